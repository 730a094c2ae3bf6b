package org.toguna.ingest.text;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells a binary file posted as text by its first bytes. */
final class Disguise {

  private static final Map<String, byte[]> MAGIC = new LinkedHashMap<>();

  static {
    magic("application/pdf", "%PDF-");
    magic("application/zip", "PK\u0003\u0004");
    magic("application/gzip", "\u001f\u008b");
    magic("image/png", "\u0089PNG");
    magic("image/jpeg", "\u00ff\u00d8\u00ff");
    magic("image/gif", "GIF8");
    magic("application/x-ole-storage", "\u00d0\u00cf\u0011\u00e0");
    magic("application/rtf", "{\\rtf");
    magic("application/x-7z-compressed", "7z\u00bc\u00af");
    magic("application/x-elf", "\u007fELF");
    magic("application/x-sqlite3", "SQLite format 3");
  }

  private Disguise() {}

  private static void magic(String type, String start) {
    MAGIC.put(type, start.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The type the bytes really have, or null if they may well be text. */
  static @Nullable String of(byte[] bytes) {
    for (var known : MAGIC.entrySet()) {
      if (startsWith(bytes, known.getValue())) {
        return known.getKey();
      }
    }
    return null;
  }

  /** After decoding: a text of which more than one character in twenty is a control character. */
  static boolean mostlyControl(String text) {
    int sampled = Math.min(text.length(), 8192);
    int controls = 0;
    for (int i = 0; i < sampled; i++) {
      char c = text.charAt(i);
      if (c < ' ' && !Character.isWhitespace(c) || (c >= 0x7F && c <= 0x9F && c != 0x85)) {
        controls++;
      }
    }
    return controls * 20 > sampled;
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (bytes[i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}
