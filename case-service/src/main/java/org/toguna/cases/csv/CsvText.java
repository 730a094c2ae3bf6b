package org.toguna.cases.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/**
 * The text of a file: in the encoding of its byte order mark, else in the one that its sender
 * declared, else in UTF-8. No byte is ever guessed at.
 */
public final class CsvText {
  static final String REMEDY =
      "Save it as UTF-8, or say what it is: Content-Type: text/csv; charset=windows-1252.";

  private static final int HEAD = 64;

  private CsvText() {}

  /**
   * @param declared the charset that the sender names
   * @throws Refusal if nobody knows such a charset
   */
  static BufferedReader reader(InputStream body, @Nullable String declared) throws IOException {
    var marked =
        BOMInputStream.builder()
            .setInputStream(body)
            .setByteOrderMarks(
                ByteOrderMark.UTF_8,
                ByteOrderMark.UTF_16LE,
                ByteOrderMark.UTF_16BE,
                ByteOrderMark.UTF_32LE,
                ByteOrderMark.UTF_32BE)
            .get();
    var mark = marked.getBOMCharsetName();
    var bytes = new BufferedInputStream(marked);
    bytes.mark(HEAD);
    byte[] head = bytes.readNBytes(HEAD);
    bytes.reset();
    var charset = mark == null ? charset(declared, head) : Charset.forName(mark);
    return new BufferedReader(
        new InputStreamReader(
            bytes,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  /**
   * The same file in UTF-8.
   *
   * @throws Refusal if it is not in the encoding that was declared
   */
  public static byte[] utf8(byte[] body, @Nullable String declared) {
    boolean plain = declared == null || declared.equalsIgnoreCase("UTF-8");
    if (plain && !(body.length > 1 && (body[0] & 0xFE) == 0xFE)) {
      return body;
    }
    var text = new StringWriter(body.length);
    try (Reader reader = reader(new ByteArrayInputStream(body), declared)) {
      reader.transferTo(text);
    } catch (IOException e) {
      throw new Refusal(
          ProblemType.MALFORMED_REQUEST,
          "The file is not %s, at about line %d. %s Nothing was imported."
              .formatted(
                  declared == null ? "UTF-8" : declared,
                  text.getBuffer().chars().filter(c -> c == '\n').count() + 1,
                  REMEDY));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Charset charset(@Nullable String declared, byte[] head) {
    if (declared == null) {
      if (zeros(head, 0) + zeros(head, 1) > 0) {
        throw new Refusal(
            ProblemType.MALFORMED_REQUEST,
            "The file looks like UTF-16, and has no byte order mark. Save it as UTF-8, or say what"
                + " it is: Content-Type: text/csv; charset=UTF-16LE. Nothing was imported.");
      }
      return StandardCharsets.UTF_8;
    }
    if (declared.toUpperCase(Locale.ROOT).equals("UTF-16")) {
      return zeros(head, 1) > zeros(head, 0)
          ? StandardCharsets.UTF_16LE
          : StandardCharsets.UTF_16BE;
    }
    try {
      return Charset.forName(declared);
    } catch (IllegalArgumentException unknown) {
      throw new Refusal(
          ProblemType.MALFORMED_REQUEST,
          "Nobody here reads the charset %s. Save the file as UTF-8, or declare the one it is in:"
                  .formatted(declared)
              + " UTF-16, windows-1252, ISO-8859-1. Nothing was imported.");
    }
  }

  private static int zeros(byte[] head, int from) {
    int zeros = 0;
    for (int i = from; i < head.length; i += 2) {
      zeros += head[i] == 0 ? 1 : 0;
    }
    return zeros;
  }
}
