package org.toguna.ingest.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** Characters made of bytes: byte order mark first, then what was declared, then what fits. */
record Decoded(String text, Charset charset, @Nullable Fault fault) {

  private static final Charset WESTERN = Charset.forName("windows-1252");

  static Decoded of(byte[] bytes, @Nullable String declared) {
    var marked = byteOrderMark(bytes);
    if (marked != null) {
      return inFull(bytes, marked);
    }
    var named = named(declared);
    if (named != null && !named.equals(StandardCharsets.UTF_8)) {
      return inFull(bytes, named);
    }
    var guessed = wide(bytes);
    if (guessed != null) {
      return inFull(bytes, guessed);
    }
    try {
      return new Decoded(strictly(bytes, bytes.length), StandardCharsets.UTF_8, null);
    } catch (CharacterCodingException notUtf8) {
      return repaired(bytes, named != null);
    }
  }

  /**
   * A last letter cut in half is a truncated file; anything worse is another encoding or damage.
   */
  private static Decoded repaired(byte[] bytes, boolean saidUtf8) {
    for (int cut = 1; cut <= 3 && cut < bytes.length; cut++) {
      int last = bytes[bytes.length - cut] & 0xFF;
      if (last < 0x80) {
        break;
      }
      if (last < 0xC0) {
        continue;
      }
      try {
        return new Decoded(
            strictly(bytes, bytes.length - cut), StandardCharsets.UTF_8, Fault.TRUNCATED);
      } catch (CharacterCodingException damaged) {
        break;
      }
    }
    return saidUtf8 ? inFull(bytes, StandardCharsets.UTF_8) : western(bytes);
  }

  /**
   * Accents are a twentieth of French; where every fourth letter has one it is another alphabet.
   */
  private static Decoded western(byte[] bytes) {
    var guess = inFull(bytes, WESTERN);
    long high = guess.text.chars().limit(8192).filter(c -> c >= 0x80).count();
    return high * 4 > Math.min(guess.text.length(), 8192)
        ? new Decoded(guess.text, WESTERN, Fault.UNKNOWN_CHARSET)
        : guess;
  }

  private static String strictly(byte[] bytes, int length) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes, 0, length))
        .toString();
  }

  private static Decoded inFull(byte[] bytes, Charset charset) {
    CharBuffer characters = charset.decode(ByteBuffer.wrap(bytes));
    var text = characters.toString();
    return new Decoded(text, charset, text.indexOf('\uFFFD') < 0 ? null : Fault.UNDECODABLE_BYTES);
  }

  private static @Nullable Charset byteOrderMark(byte[] b) {
    if (b.length >= 3 && (b[0] & 0xFF) == 0xEF && (b[1] & 0xFF) == 0xBB && (b[2] & 0xFF) == 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (b.length >= 2 && (b[0] & 0xFF) == 0xFE && (b[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (b.length >= 2 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    return null;
  }

  /** Latin text in two bytes a letter shows as a zero in every other place. */
  private static @Nullable Charset wide(byte[] bytes) {
    int sampled = Math.min(bytes.length, 4096) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < sampled; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (sampled >= 4 && even > sampled / 4 && odd < sampled / 50) {
      return StandardCharsets.UTF_16BE;
    }
    return sampled >= 4 && odd > sampled / 4 && even < sampled / 50
        ? StandardCharsets.UTF_16LE
        : null;
  }

  private static @Nullable Charset named(@Nullable String declared) {
    if (declared == null || declared.isBlank()) {
      return null;
    }
    try {
      var charset = Charset.forName(declared.strip());
      // Browsers read what is labelled Latin-1 as windows-1252, and so does everyone who writes it.
      return charset.equals(StandardCharsets.ISO_8859_1) ? WESTERN : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return null;
    }
  }
}
