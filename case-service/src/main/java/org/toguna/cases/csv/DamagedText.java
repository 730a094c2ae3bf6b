package org.toguna.cases.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words that somebody's software has damaged: bytes of UTF-8 read as something else, letters that
 * became question marks, entities of HTML, control characters. They are told, never mended: what
 * was meant is a guess.
 */
public final class DamagedText {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Pattern ENTITY = Pattern.compile("&(#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z]+);");
  private static final Pattern QUESTION =
      Pattern.compile(
          "\\p{L}\\?+\\p{L}|(^|[\\s'-])\\?+\\p{L}|\\p{L}\\?+($|[\\s'-])|\\?{2,}|[ÃÂ](\\s|$)");
  private static final Pattern NEVER_IN_A_NAME =
      Pattern.compile(
          "[\\uFFFD\\p{Cntrl}\\u0080-\\u009F\\uFFFE\\uFFFF\\uE000-\\uF8FF&&[^\\t\\r\\n]]");

  private DamagedText() {}

  /** Whether words, as they stand in the file, are damaged. */
  public static boolean isDamaged(String name) {
    return NEVER_IN_A_NAME.matcher(name).find()
        || ENTITY.matcher(name).find()
        || QUESTION.matcher(name).find()
        || isReadAmiss(name, WINDOWS)
        || isReadAmiss(name, StandardCharsets.ISO_8859_1);
  }

  public static boolean anyDamaged(List<String> names) {
    return names.stream().anyMatch(DamagedText::isDamaged);
  }

  /**
   * Whether some run of letters would be UTF-8 if it were written in another encoding, which no
   * language does by chance.
   */
  private static boolean isReadAmiss(String name, Charset as) {
    int from = 0;
    while (from < name.length()) {
      if (name.charAt(from) < 0x80) {
        from++;
        continue;
      }
      int to = from;
      while (to < name.length() && name.charAt(to) >= 0x80) {
        to++;
      }
      if (to - from > 1 && isUtf8(name.substring(from, to), as)) {
        return true;
      }
      from = to;
    }
    return false;
  }

  private static boolean isUtf8(String run, Charset as) {
    try {
      ByteBuffer bytes = as.newEncoder().encode(CharBuffer.wrap(run));
      StandardCharsets.UTF_8.newDecoder().decode(bytes);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
