package org.toguna.ingest.mentions;

import static org.toguna.ingest.mentions.DateWords.COUNT;
import static org.toguna.ingest.mentions.DateWords.MONTH;
import static org.toguna.ingest.mentions.DateWords.UNIT;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.lexicon.Folded;
import org.toguna.ingest.lexicon.Words;
import org.toguna.ingest.text.Pace;
import org.toguna.ingest.text.Span;

/** Finds the date expressions of English and French prose, longest forms first. */
final class DateExpressions {

  private static final String YEAR = "((?:19|20)\\d\\d)";
  private static final String PART =
      "(early|mid|late|beginning of|start of|middle of|end of|debut|au debut d[eu']|mi|fin|a la fin"
          + " d[eu']|courant)";

  private static final int AROUND = 48;
  private static final Pattern TELLING =
      Pattern.compile(
          YEAR
              + "|"
              + MONTH
              + "|"
              + UNIT
              + "|yesterday|hier|today|aujourd|lendemain|veille|"
              + DateWords.WEEKDAY);

  private final String original;
  private final Folded folded;
  private final BitSet taken = new BitSet();
  private final List<DateFound> found = new ArrayList<>();

  private DateExpressions(String original, Folded folded) {
    this.original = original;
    this.folded = folded;
  }

  /** The dates, and whether there were more words that may belong to one. */
  record Found(List<DateFound> dates, boolean more) {}

  private record Windows(List<Span> spans, boolean more) {}

  private record Form(Pattern pattern, Reader reader) {}

  private interface Reader {
    @Nullable DateFound read(DateExpressions in, MatchResult match);
  }

  private static final List<Form> FORMS =
      List.of(
          form(YEAR + " (\\d\\d) (\\d\\d)", (in, m) -> in.iso(m)),
          form(
              "(\\d{1,2})(?:st|nd|rd|th|er)? (?:of )?" + MONTH + ",? " + YEAR,
              (in, m) -> in.day(m, m.group(3), m.group(2), m.group(1))),
          form(
              MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,? " + YEAR,
              (in, m) -> in.day(m, m.group(3), m.group(1), m.group(2))),
          form(
              "(?:between|from|entre) " + YEAR + " (?:and|to|et) " + YEAR,
              (in, m) -> in.years(m, m.group(1), m.group(2))),
          form(YEAR + "[ –]" + YEAR, (in, m) -> in.years(m, m.group(1), m.group(2))),
          form("(?:" + PART + " )?" + MONTH + ",? " + YEAR, (in, m) -> in.monthOfYear(m)),
          form(
              "(?:in |en |since |depuis )?" + PART + " (?:de |l'annee )?" + YEAR,
              (in, m) -> in.partOfYear(m)),
          form(
              "(?:last " + MONTH + "|" + MONTH + " dernier)",
              (in, m) ->
                  in.ofUnsaidYear(m, or(m.group(1), m.group(2)), DateFound.Needs.YEAR_OF_LAST)),
          form(
              "(?:(?:early|late|mid) )?last (?:year|month|week)|l'an (?:dernier|passe)|l'annee"
                  + " (?:derniere|passee)|(?:le mois|la semaine) (?:dernier|derniere|passee?)"
                  + "|(?:the day before )?yesterday|avant hier|hier|today|aujourd'hui",
              (in, m) -> in.words(m, DateFound.Needs.DAY_OF_SPEECH)),
          form(
              "(?:" + COUNT + " " + UNIT + " ago|il y a (?:environ )?" + COUNT + " " + UNIT + ")",
              (in, m) ->
                  in.counted(
                      m,
                      DateFound.Needs.DAY_OF_SPEECH,
                      or(m.group(1), m.group(3)),
                      or(m.group(2), m.group(4)))),
          form(
              "(?:for|over|during|in|throughout) the (?:previous|past|last) (?:"
                  + COUNT
                  + " )?"
                  + UNIT
                  + "|(?:depuis|pendant|durant|au cours d|ces) (?:les |des )?(?:"
                  + COUNT
                  + " )?derniere?s "
                  + UNIT,
              (in, m) ->
                  in.counted(
                      m,
                      DateFound.Needs.EARLIER_DATE,
                      or(or(m.group(1), m.group(3)), "few"),
                      or(m.group(2), m.group(4)))),
          form(
              "(?:for|over|during|depuis|pendant|durant) (?:more than |over |about |plus de |pres de"
                  + " |environ |a )?"
                  + COUNT
                  + " "
                  + UNIT
                  + "(?: period)?",
              (in, m) -> in.words(m, DateFound.Needs.CANNOT)),
          form(
              "(?:(?:a )?"
                  + COUNT
                  + " "
                  + UNIT
                  + " (?:later|earlier|before|after)|the (?:following|next|previous)"
                  + " (?:day|week|month|year)|le lendemain|la veille|"
                  + COUNT
                  + " "
                  + UNIT
                  + " (?:plus tard|apres|avant|auparavant))",
              (in, m) -> in.words(m, DateFound.Needs.CANNOT)),
          form(
              "(?:in|since|until|by|during|en|depuis|debut|mi|fin|jusqu'en|au mois d[e']) ?(?:early"
                  + " |late |mid )?"
                  + MONTH,
              (in, m) -> in.ofUnsaidYear(m, m.group(1), DateFound.Needs.YEAR)),
          form(
              "(?:le |on )?(\\d{1,2})(?:st|nd|rd|th|er)? (?:of )?" + MONTH,
              (in, m) -> in.dayOfUnsaidYear(m, m.group(2), m.group(1))),
          form(
              "(?<!in )(?:on )?"
                  + MONTH
                  + " (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?! (?:people|persons|men|women|children|families))",
              (in, m) -> in.dayOfUnsaidYear(m, m.group(1), m.group(2))),
          form(
              "(?:on |since |last )("
                  + DateWords.WEEKDAY
                  + ")|(?<!le |du |de |les |la |chaque )(?:depuis |ce )?("
                  + DateWords.WEEKDAY
                  + ")(?: dernier)?",
              (in, m) -> in.weekday(m)),
          form(
              YEAR + "(?! (?:people|personnes|km|kilo|men|hommes|dollars|euros|f?cfa))",
              (in, m) -> in.year(m)));

  private static Form form(String regex, Reader reader) {
    return new Form(Pattern.compile("(?<![\\p{L}\\d.,$])(?:" + regex + ")(?![\\p{L}\\d])"), reader);
  }

  private static String or(@Nullable String one, @Nullable String other) {
    return one != null ? one : other == null ? "" : other;
  }

  /** At most so many words that may belong to a date are looked at, from the front. */
  static Found in(Words words, int most) {
    var search = new DateExpressions(words.original(), words.folded());
    var windows = windows(words, most);
    for (var form : FORMS) {
      var matcher =
          form.pattern
              .matcher(Pace.over(words.folded().text()))
              .useTransparentBounds(true)
              .useAnchoringBounds(false);
      for (var window : windows.spans()) {
        matcher.region(window.start(), window.end());
        while (matcher.find()) {
          int next = search.taken.nextSetBit(matcher.start());
          if (next < 0 || next >= matcher.end()) {
            search.keep(matcher, form.reader);
          }
        }
      }
    }
    search.found.sort(Comparator.comparing(DateFound::span));
    return new Found(search.found, windows.more());
  }

  /** Every form holds a year, a month or a unit of time: nothing is looked for far from those. */
  private static Windows windows(Words words, int most) {
    var windows = new ArrayList<Span>();
    int length = words.folded().text().length();
    int telling = 0;
    for (int i = 0; i < words.size() && telling < most; i++) {
      if (TELLING.matcher(words.word(i)).matches()) {
        telling++;
        int start = Math.max(0, words.foldedStart(i) - AROUND);
        int end = Math.min(length, words.foldedStart(i) + AROUND);
        if (!windows.isEmpty() && windows.getLast().end() >= start) {
          start = windows.removeLast().start();
        }
        windows.add(new Span(start, end));
      }
    }
    return new Windows(windows, telling == most);
  }

  private void keep(MatchResult match, Reader reader) {
    try {
      var date = reader.read(this, match);
      if (date != null) {
        found.add(date);
        taken.set(match.start(), match.end());
      }
    } catch (DateTimeException noSuchDay) {
      // "30 February 2021" stays words; nobody corrects it here.
      found.add(DateFound.open(span(match), DateFound.Needs.CANNOT, stated(match)));
      taken.set(match.start(), match.end());
    }
  }

  private Span span(MatchResult match) {
    return new Span(folded.start(match.start()), folded.end(match.end()));
  }

  private String stated(MatchResult match) {
    return span(match).of(original);
  }

  private DateFound fixed(MatchResult match, String edtf, LocalDate from, LocalDate to) {
    return DateFound.fixed(span(match), When.stated(edtf, from, to, stated(match)));
  }

  private @Nullable DateFound iso(MatchResult match) {
    if (!stated(match).matches("\\d{4}-\\d\\d-\\d\\d")) {
      return null;
    }
    var day = LocalDate.parse(stated(match));
    return fixed(match, day.toString(), day, day);
  }

  private @Nullable DateFound day(MatchResult match, String year, String month, String day) {
    var date = LocalDate.of(Integer.parseInt(year), DateWords.month(month), Integer.parseInt(day));
    return fixed(match, date.toString(), date, date);
  }

  private DateFound years(MatchResult match, String first, String last) {
    var from = LocalDate.of(Integer.parseInt(first), 1, 1);
    var to = LocalDate.of(Integer.parseInt(last), 12, 31);
    return to.isBefore(from)
        ? DateFound.open(span(match), DateFound.Needs.CANNOT, stated(match))
        : fixed(match, first + "/" + last, from, to);
  }

  private DateFound monthOfYear(MatchResult match) {
    var first = LocalDate.of(Integer.parseInt(match.group(3)), DateWords.month(match.group(2)), 1);
    var last = first.plusMonths(1).minusDays(1);
    return fixed(match, first.toString().substring(0, 7), first, last);
  }

  /**
   * "Late" is kept as the second half: the narrower reading is likely, the wider one is certain.
   */
  private DateFound partOfYear(MatchResult match) {
    int year = Integer.parseInt(match.group(2));
    var part = match.group(1);
    int[] months =
        part.matches("early|beginning of|start of|.*debut.*")
            ? new int[] {1, 6}
            : part.matches("late|end of|.*fin.*")
                ? new int[] {7, 12}
                : part.equals("courant") ? new int[] {1, 12} : new int[] {5, 8};
    var from = LocalDate.of(year, months[0], 1);
    var to = LocalDate.of(year, months[1], 1).plusMonths(1).minusDays(1);
    var edtf = "[%s..%s]".formatted(from.toString().substring(0, 7), to.toString().substring(0, 7));
    return fixed(match, edtf, from, to);
  }

  private DateFound year(MatchResult match) {
    var year = match.group(1);
    return fixed(match, year, LocalDate.parse(year + "-01-01"), LocalDate.parse(year + "-12-31"));
  }

  private @Nullable DateFound ofUnsaidYear(MatchResult match, String month, DateFound.Needs needs) {
    // "May" and "march" are verbs, "mars" a planet and a month: English writes its months large.
    if (month.matches("may|march|august|mar|dec|sept|oct|nov|jan|feb|apr|jun|jul|aug")
        && !stated(match).matches("(?s).*\\p{Lu}.*")) {
      return null;
    }
    var words = When.words(stated(match));
    return new DateFound(span(match), needs, words, DateWords.month(month), 0, null, "");
  }

  private @Nullable DateFound dayOfUnsaidYear(MatchResult match, String month, String day) {
    var found = ofUnsaidYear(match, month, DateFound.Needs.YEAR);
    if (found == null) {
      return null;
    }
    // A day that no year has stays words; 29 February is one in four.
    int number = LocalDate.of(2000, found.month(), Integer.parseInt(day)).getDayOfMonth();
    return new DateFound(
        found.span(), found.needs(), found.when(), found.month(), number, null, "");
  }

  /** "On Monday"; a French weekday is a date unless an article makes it a habit. */
  private @Nullable DateFound weekday(MatchResult match) {
    var word = or(match.group(1), match.group(2));
    boolean english = DateWords.weekday(word) > 0 && word.endsWith("day");
    if (english && match.group(1) == null) {
      return null;
    }
    return new DateFound(
        span(match),
        DateFound.Needs.WEEKDAY,
        When.words(stated(match)),
        0,
        DateWords.weekday(word),
        null,
        "");
  }

  private DateFound words(MatchResult match, DateFound.Needs needs) {
    return DateFound.open(span(match), needs, stated(match));
  }

  private DateFound counted(MatchResult match, DateFound.Needs needs, String count, String unit) {
    var words = When.words(stated(match));
    return new DateFound(span(match), needs, words, 0, 0, DateWords.count(count), unit);
  }
}
