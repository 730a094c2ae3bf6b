package org.toguna.kit.names;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Folds what is written to what everybody agrees on: lower case, no accents and vowel signs, one
 * form of each letter, apostrophes and whatever is invisible gone, every other separator one space.
 * What is to be compared is folded on both sides; nothing else folds.
 */
public final class Fold {
  /** Raised when the same name folds otherwise than before: what is stored folded is made anew. */
  public static final int EDITION = 1;

  /** What a mark or an invisible character is compared as: nothing. */
  public static final char DROPPED = '\u0000';

  /** A character that is compared as several, which {@link #many} tells. */
  public static final char MANY = '\uFFFF';

  public static final char APOSTROPHE = '\'';

  /** Arabic, Latin and all between; the rest is rare and folds one by one. */
  private static final char[] TABLE = new char[0x3000];

  private static final int PRESENTATION_FORMS = 0xFB00;
  private static final char[] FORMS = new char[0xFFFF - PRESENTATION_FORMS + 1];

  /** Letters that Unicode does not take apart, each before what it is compared as. */
  private static final String ALIKE =
      // Bambara, Fulfulde, Hausa, Songhay, Tamasheq; then what else is written with the Latin
      // script.
      "ɛe ƐE ɔo ƆO ǝe ƎE əe ƏE ŋn ŊN ɲn ƝN ɓb ƁB ɗd ƊD ɖd ƉD ƴy ƳY ƙk ƘK ƭt ƬT ƥp ƤP ƈc ƇC ɠg ƓG ɣg"
          + " ƔG ɩi ƖI ɪi ʋv ƲV ƒf ƑF ɦh øo ØO łl ŁL đd ĐD ðd ÐD ħh ĦH ŧt ŦT ıi ȷj ſs ςσ"
          // Arabic: alef, hamza on its seats, ya and alef maqsura, ta marbuta and ha, kaf; Maghrebi
          // fa and qaf.
          + " ٱا ٲا ٳا ٵا ىي یي ۍي ېي ےي ٸي ٶو ةه ۃه ہه ھه ەه کك ڪك ڢف ڧق ںن";

  private static final Pattern QUOTE = Pattern.compile("[\"«»“”„]");
  private static final Pattern DENIED = Pattern.compile("(^|[\\s\\p{Z}])-$");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private static final String APOSTROPHES = "'`´‘’‛′＇՚ꞌߴߵˈˊˋʔʕ";
  private static final char HAMZA = 'ء';
  private static final char TATWEEL = 'ـ';

  private static final Map<Character, Character> LETTERS = letters();
  private static final Map<Character, String> SEVERAL = new HashMap<>();

  static {
    for (char c = 0; c < TABLE.length; c++) {
      TABLE[c] = tabled(c);
    }
    for (int i = 0; i < FORMS.length; i++) {
      FORMS[i] = tabled((char) (PRESENTATION_FORMS + i));
    }
  }

  private Fold() {}

  /** A name or text as it is compared: words of letters and digits, one space between them. */
  public static String of(CharSequence written) {
    var folded = new StringBuilder(written.length() + 4);
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (Character.isHighSurrogate(c) && i + 1 < written.length()) {
        beyond(Character.toCodePoint(c, written.charAt(++i)), folded);
      } else {
        add(of(c), c, folded);
      }
    }
    int end = folded.length();
    return end > 0 && folded.charAt(end - 1) == ' '
        ? folded.substring(0, end - 1)
        : folded.toString();
  }

  /**
   * A text as an index of words keeps it: as folded, and words with an apostrophe in them both
   * whole and in their parts, so that l'armée is found by armée and N'Dolo by Ndolo.
   */
  public static String words(CharSequence text) {
    var parts = new StringBuilder(text.length() + 16);
    var wholes = new StringBuilder();
    int begun = 0;
    boolean divided = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? of(text.charAt(i)) : ' ';
      divided |= c == APOSTROPHE;
      if (c != DROPPED && c != APOSTROPHE && c != MANY && !isWord(c)) {
        if (divided) {
          wholes.append(' ').append(of(text.subSequence(begun, i)));
        }
        begun = i + 1;
        divided = false;
      }
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      parts.append(of(c) == APOSTROPHE ? ' ' : c);
    }
    return of(parts) + wholes;
  }

  /**
   * What somebody asks of an index of words, as PostgreSQL's websearch_to_tsquery reads it: each
   * word folded, and what is between quotes, the hyphen before what must not be there, and OR in
   * capitals left as they are. Only in capitals: gold is <em>or</em> in French.
   */
  public static String asked(CharSequence written) {
    var asked = new StringBuilder(written.length() + 8);
    boolean quoted = false;
    for (var part : QUOTE.split(written, -1)) {
      if (quoted) {
        asked.append('"').append(of(part)).append('"');
      } else {
        for (var word : SPACES.split(part)) {
          asked.append(' ').append(askedWord(word));
        }
        // A hyphen by itself stands before the quotes that follow.
        asked.append(DENIED.matcher(part).find() ? " -" : " ");
      }
      quoted = !quoted;
    }
    return SPACES.matcher(asked).replaceAll(" ").strip();
  }

  private static String askedWord(String word) {
    if (word.equals("OR")) {
      return word;
    }
    var folded = of(word);
    boolean denied = !folded.isEmpty() && word.charAt(0) == '-';
    boolean phrase =
        denied && folded.indexOf(' ') >= 0 || (' ' + folded + ' ').contains(" or ");
    return (denied ? "-" : "") + (phrase ? '"' + folded + '"' : folded);
  }

  /**
   * What one character is compared as, where its neighbours are kept in their places: {@link
   * #DROPPED}, {@link #MANY}, an {@link #APOSTROPHE}, a space for white space and hyphens, a letter
   * or digit; any other sign is itself.
   */
  public static char of(char c) {
    if (c < TABLE.length) {
      return TABLE[c];
    }
    return c >= PRESENTATION_FORMS ? FORMS[c - PRESENTATION_FORMS] : rare(c);
  }

  /** What a ligature is compared as, if {@link #of(char)} says that it is {@link #MANY}. */
  public static String many(char c) {
    var known = SEVERAL.get(c);
    return known == null ? apart(c) : known;
  }

  private static void add(char plain, char written, StringBuilder folded) {
    if (plain == MANY) {
      folded.append(many(written));
    } else if (plain != DROPPED && plain != APOSTROPHE) {
      if (isWord(plain)) {
        folded.append(plain);
      } else {
        space(folded);
      }
    }
  }

  private static void space(StringBuilder folded) {
    if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
      folded.append(' ');
    }
  }

  /** Scripts beyond the basic plane: Adlam, and letters that are dressed up as signs. */
  private static void beyond(int codePoint, StringBuilder folded) {
    if (isInvisible(codePoint)) {
      return;
    }
    if (!Character.isLetterOrDigit(codePoint)) {
      space(folded);
      return;
    }
    var plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
    if (plain.length() == 1) {
      add(of(plain.charAt(0)), plain.charAt(0), folded);
    } else {
      folded.appendCodePoint(Character.toLowerCase(plain.codePointAt(0)));
    }
  }

  private static boolean isWord(char c) {
    return c < 0x80
        ? c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
        : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }

  private static char tabled(char c) {
    char plain = rare(c);
    if (plain == MANY) {
      SEVERAL.put(c, apart(c));
    }
    return plain;
  }

  private static char rare(char c) {
    if (Character.isSurrogate(c)) {
      return c;
    }
    if (isInvisible(c) || c == HAMZA || c == TATWEEL) {
      return DROPPED;
    }
    if (APOSTROPHES.indexOf(c) >= 0 || c >= '\u02B9' && c <= '\u02BF') {
      return APOSTROPHE;
    }
    if (Character.isDigit(c)) {
      return (char) ('0' + Character.digit(c, 10));
    }
    if (Character.isLetter(c)) {
      var apart = apart(c);
      return apart.isEmpty() ? DROPPED : apart.length() == 1 ? apart.charAt(0) : MANY;
    }
    return separates(c) ? ' ' : c;
  }

  /** White space and hyphens; a dash, which parts clauses, is a sign of its own. */
  private static boolean separates(char c) {
    boolean hyphen =
        c == '_' || c == '\u2212' || Character.getType(c) == Character.DASH_PUNCTUATION;
    return Character.isSpaceChar(c)
        || Character.isWhitespace(c)
        || Character.isISOControl(c)
        || hyphen && !isDash(c);
  }

  /** Whether it is one of the dashes that part clauses, and that some write for a hyphen. */
  public static boolean isDash(char c) {
    return c == '\u2013' || c == '\u2014' || c == '\u2015';
  }

  private static String apart(char letter) {
    var plain = new StringBuilder(3);
    var parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKD);
    for (int i = 0; i < parts.length(); i++) {
      char part = parts.charAt(i);
      switch (part) {
        case 'œ', 'Œ' -> plain.append("oe");
        case 'æ', 'Æ' -> plain.append("ae");
        case 'ß', 'ẞ' -> plain.append("ss");
        case 'þ', 'Þ' -> plain.append("th");
        case HAMZA, TATWEEL -> {}
        default -> {
          if (Character.isLetterOrDigit(part) && APOSTROPHES.indexOf(part) < 0) {
            char lower = Character.toLowerCase(Objects.requireNonNullElse(LETTERS.get(part), part));
            plain.append(Objects.requireNonNullElse(LETTERS.get(lower), lower));
          }
        }
      }
    }
    return plain.toString();
  }

  private static Map<Character, Character> letters() {
    var letters = new HashMap<Character, Character>();
    for (var pair : ALIKE.split(" ")) {
      letters.put(pair.charAt(0), pair.charAt(1));
    }
    return letters;
  }
}
