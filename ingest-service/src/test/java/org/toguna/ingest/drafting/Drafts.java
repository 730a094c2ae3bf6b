package org.toguna.ingest.drafting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.toguna.ingest.mentions.Fiction;
import org.toguna.ingest.text.Repetitions;

/** Drafts from invented reports, and short ways to ask what they say. */
final class Drafts {

  private Drafts() {}

  static List<Suggestion> of(String text, String language) {
    var segments = Fiction.segments(text);
    return new Drafter()
        .draft(segments, Fiction.mentions(text, language), Repetitions.in(segments), language);
  }

  static List<Suggestion> ofReport(String file, String language) {
    try (var report = Drafts.class.getResourceAsStream("/reports/" + file)) {
      return of(
          new String(Objects.requireNonNull(report).readAllBytes(), StandardCharsets.UTF_8),
          language);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String said(Suggestion suggestion, String pointer) {
    return suggestion.field(pointer).map(field -> field.value().asStated()).orElse("unknown");
  }

  static String code(Suggestion suggestion, String pointer) {
    return suggestion.field(pointer).map(f -> ((Value.Code) f.value()).code()).orElse("unknown");
  }

  static String edtf(Suggestion suggestion, String pointer) {
    return suggestion
        .field(pointer)
        .map(f -> String.valueOf(((Value.Time) f.value()).when().edtf()))
        .orElse("unknown");
  }

  static String place(Suggestion suggestion) {
    return suggestion
        .field("/place")
        .map(f -> ((Value.Where) f.value()).linked())
        .map(entry -> entry == null ? "open" : entry.recordId())
        .orElse("unknown");
  }

  static Value.People victims(Suggestion suggestion) {
    return (Value.People) suggestion.field("/victims/0").orElseThrow().value();
  }
}
