package org.toguna.cases.incidents;

import com.fasterxml.jackson.core.JsonPointer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.names.Fold;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/**
 * A report that an incident rests on. If its publisher corrects or retracts it, that is noted here
 * and flags the incident; what the report said stays.
 *
 * @param document the report itself, where ingest-service has it
 * @param standing code of the list source_standing
 * @param notice what the publisher said of the correction or retraction
 */
@Schema(description = "A report that an incident rests on.")
public record SourceReport(
    @Schema(maxLength = 300) @Nullable String publisher,
    @Schema(description = "Day of publication", format = "date", maxLength = 10)
        @Nullable String published,
    @Schema(maxLength = 500) @Nullable String headline,
    @Nullable UUID document,
    @Schema(description = "Code of the list source_standing; stands if left out", maxLength = 40)
        String standing,
    @Schema(description = "What its publisher said of it since", maxLength = 1000)
        @Nullable String notice) {

  static final String STANDS = "stands";
  static final String CORRECTED = "corrected";
  static final String RETRACTED = "retracted";

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public SourceReport {
    standing = standing == null ? STANDS : standing;
  }

  /** A report that nobody corrected or retracted. */
  public static SourceReport standing(
      @Nullable String publisher, @Nullable String published, @Nullable String headline) {
    return new SourceReport(publisher, published, headline, null, STANDS, null);
  }

  SourceReport noticed(String newStanding, @Nullable String why) {
    return new SourceReport(publisher, published, headline, document, newStanding, why);
  }

  /** Whether the two are one report, by its words or as a document. */
  boolean isThatOf(SourceReport other) {
    return !java.util.Collections.disjoint(links(STANDS), other.links(STANDS));
  }

  /**
   * The report under its standing, as ids: by its words and as a document. By them the records that
   * rest on it are found; they stand beside full views only, whose readers may see the report.
   */
  Set<UUID> links() {
    return links(standing);
  }

  /** The same as if it had another standing. */
  Set<UUID> links(String other) {
    var links = new LinkedHashSet<UUID>();
    if (publisher != null || headline != null) {
      links.add(link(key(), other));
    }
    if (document != null) {
      links.add(link(document.toString(), other));
    }
    return links;
  }

  private static UUID link(String named, String standing) {
    return UUID.nameUUIDFromBytes((named + "\n" + standing).getBytes(StandardCharsets.UTF_8));
  }

  private String key() {
    return String.join(
        "\n", folded(publisher), published == null ? "" : published, folded(headline));
  }

  private static String folded(@Nullable String words) {
    return words == null ? "" : Fold.of(words);
  }

  List<Flaw> flaws(JsonPointer at) {
    Flaws flaws = new Flaws(at);
    flaws.unless(
        document != null || publisher != null || headline != null,
        "publisher",
        "required",
        "Name the publisher, the headline or the document.");
    flaws.atMost("publisher", publisher, 300);
    flaws.atMost("headline", headline, 500);
    flaws.atMost("notice", notice, 1000);
    flaws.unless(
        published == null || isDay(published),
        "published",
        "date-does-not-exist",
        "Give a day of the calendar as 2021-08-31, or leave it out.");
    return flaws.found();
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
