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
    int first = Math.max(1, paragraphs.size() / 2);
    int asking = 0;
    int tail = paragraphs.size();
    for (int i = paragraphs.size() - 1; i >= first; i--) {
      var line = paragraphs.get(i).span().of(segments.text());
      asking += asks(line) ? 1 : 0;
      boolean closes = line.length() <= LINE && CLOSE.matcher(line).matches();
      boolean appeals = asking * 2 >= paragraphs.size() - i || i == paragraphs.size() - 1;
      tail = closes && appeals ? i : tail;
    }
    return tail;
  }

  private static boolean asks(String line) {
    var plain = line.replace('’', '\'');
    return APPEAL.matcher(plain).matches() || CALL.matcher(plain).matches();
  }
}
