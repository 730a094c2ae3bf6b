package org.toguna.ingest.text;

/**
 * The text that passages point into.
 *
 * <p>The rule, in full: CRLF, CR, NEL, form feed, vertical tab, line and paragraph separators
 * become LF; other control characters, byte order marks and bidirectional embeddings, overrides and
 * isolates are removed; a lone surrogate or a noncharacter becomes U+FFFD. Nothing else changes: no
 * normalisation form, no folding of quotes or spaces, no trimming.
 */
public record CanonicalText(String value, String sha256) {

  /** Applying the rule twice changes nothing. */
  public static CanonicalText of(CharSequence raw) {
    var kept = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\r') {
        kept.append('\n');
        if (i + 1 < raw.length() && raw.charAt(i + 1) == '\n') {
          i++;
        }
      } else if (endsLine(c)) {
        kept.append('\n');
      } else if (Character.isHighSurrogate(c)
          && i + 1 < raw.length()
          && Character.isLowSurrogate(raw.charAt(i + 1))) {
        kept.append(c).append(raw.charAt(++i));
      } else if (Character.isSurrogate(c) || c >= 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) {
        kept.append('\uFFFD');
      } else if (!unseen(c)) {
        kept.append(c);
      }
    }
    var text = kept.toString();
    return new CanonicalText(text, Sha256.hex(text));
  }

  private static boolean endsLine(char c) {
    return c == '\n' || c == 0x0B || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  private static boolean unseen(char c) {
    return (c < ' ' && c != '\t')
        || (c >= 0x7F && c <= 0x9F)
        || c == 0xFEFF
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /** The words between two offsets, for quoting. */
  public String quote(Span span) {
    return span.of(value);
  }
}
