package org.toguna.ingest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of the page, not of the report: trails, calls to share, subscribe and donate. */
final class Boilerplate {

  private static final int LINE = 60;
  private static final Pattern TRAIL = Pattern.compile("^\\d{1,2}\\. \\p{Lu}[\\p{L} ]{0,30}$");
  private static final Pattern CALL =
      words(
          "related (stories|articles|content|posts)|read more|see also|share this( article| story)?"
              + "|articles? liés?|à lire aussi|lire aussi|lire la suite|partager( cet article)?"
              + "|advertisement|publicité|sign up|subscribe|s'abonner|abonnez-vous|join|home|accueil");
  private static final Pattern APPEAL =
      words(
          ".*(newsletter|subscri(be|ption)|inbox|become a member|support our|sign up|donate|"
              + "cookies|all rights reserved|devenez membre|abonne[rz]|faire un don|soutenez|"
              + "tous droits réservés|lettre d'information|boîte mail|digest|free of charge).*");
  private static final Pattern CLOSE =
      words("(edited by|share this|relecture|édité par|partager cet article|à lire aussi).*");

  private Boilerplate() {}

  private static Pattern words(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  static List<Repetition> in(Segments segments) {
    var found = new ArrayList<Repetition>();
    var paragraphs = segments.paragraphs();
    int tail = tail(segments);
    for (int i = 0; i < paragraphs.size(); i++) {
      if (i >= tail || isLine(segments, i)) {
        var span = paragraphs.get(i).span();
        found.add(new Repetition(Repetition.Kind.BOILERPLATE, span, span, 1));
      }
    }
    return found;
  }

  private static boolean isLine(Segments segments, int index) {
    var line = segments.paragraphs().get(index).span().of(segments.text());
    boolean trail = index < 6 && TRAIL.matcher(line).matches();
    return trail || line.length() <= LINE && CALL.matcher(line).matches();
  }

  /** From the first closing line on, if much of what follows asks the reader for something. */
  private static int tail(Segments segments) {
    var paragraphs = segments.paragraphs();
    for (int i = Math.max(1, paragraphs.size() / 2); i < paragraphs.size(); i++) {
      var line = paragraphs.get(i).span().of(segments.text());
      if (CLOSE.matcher(line).matches() && line.length() <= LINE && appeals(segments, i)) {
        return i;
      }
    }
    return paragraphs.size();
  }

  private static boolean appeals(Segments segments, int from) {
    long asking =
        segments.paragraphs().stream()
            .skip(from)
            .map(each -> each.span().of(segments.text()).replace('’', '\''))
            .filter(line -> APPEAL.matcher(line).matches() || CALL.matcher(line).matches())
            .count();
    return asking * 2 >= segments.paragraphs().size() - from
        || from == segments.paragraphs().size() - 1;
  }
}
