package org.toguna.ingest.documents;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.text.Reading;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Reliability;

/**
 * What is wrong with a report posted as JSON is its sender's to mend, so nothing is kept of it; a
 * page or a text is kept as it came, however badly it reads.
 */
final class ReportFlaws {
  static final String TAKEN = "text/plain, text/html and application/json";
  private static final Pattern POINTER = Pattern.compile("^(/[^ :]*)");

  private ReportFlaws() {}

  static Refusal notTaken(@Nullable String mediaType) {
    return new Refusal(
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        "Reports are taken as %s%s. Post the text of other files."
            .formatted(
                TAKEN,
                mediaType == null || mediaType.isBlank()
                    ? ", named in Content-Type"
                    : ", not as " + shown(mediaType)));
  }

  private static String shown(String mediaType) {
    var plain = mediaType.split(";", 2)[0].strip();
    return plain.matches("[A-Za-z0-9!#$&^_.+/*-]{1,100}") ? plain : "that";
  }

  static void refuse(PostedReport report, Reading reading) {
    boolean json = report.mediaType().toLowerCase(Locale.ROOT).startsWith("application/json");
    var fault = reading.fault();
    if (!json || fault == null) {
      refuseReliability(reading.metadata().reliability());
      return;
    }
    var detail = String.valueOf(reading.detail());
    var at = POINTER.matcher(detail);
    var pointer = JsonPointer.compile(at.find() ? at.group(1) : "");
    switch (fault) {
      case EMPTY, MALFORMED_JSON ->
          throw new Refusal(
              ProblemType.MALFORMED_JSON,
              detail,
              List.of(Flaw.at(pointer, "malformed-json", detail)));
      case UNKNOWN_MEMBER ->
          throw new Refusal(
              ProblemType.UNKNOWN_MEMBER,
              detail,
              List.of(Flaw.at(pointer, "unknown-member", detail)));
      case NO_TEXT ->
          throw Refusal.invalid(Flaw.at(JsonPointer.compile("/text"), "required", detail));
      default -> refuseReliability(reading.metadata().reliability());
    }
  }

  private static void refuseReliability(@Nullable String said) {
    if (said == null) {
      return;
    }
    try {
      Reliability.valueOf(said);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(
          Flaw.at(
              JsonPointer.compile("/reliability"),
              "unknown-code",
              "The reliability of a source is A, B, C, D, E or F."));
    }
  }
}
