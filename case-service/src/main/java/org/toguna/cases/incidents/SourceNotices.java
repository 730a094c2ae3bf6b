package org.toguna.cases.incidents;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.Desk;
import org.toguna.kit.records.RecordDesk;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/**
 * Carries a correction or retraction to every incident of the author's organisation that rests on
 * the report, as far as the author sees them: flagged with a version of their own, nothing deleted.
 */
@ApplicationScoped
class SourceNotices {
  /** So many at once; what is left is told, and the same notice again goes on with it. */
  static final int MOST = 200;

  private final RecordReads reads;
  private final RecordDesk records;
  private final RecordJson json;
  private final IncidentKind kind;
  private final Desk desk;

  SourceNotices(
      RecordReads reads, RecordDesk records, RecordJson json, IncidentKind kind, Desk desk) {
    this.reads = reads;
    this.records = records;
    this.json = json;
    this.kind = kind;
    this.desk = desk;
  }

  /** The incidents that were flagged, and whether there are more. */
  @Schema(name = "SourceNoticed")
  record Noticed(
      @Schema(maxItems = MOST) List<UUID> incidents,
      @Schema(description = "Send the same notice again for the others") boolean more) {}

  Noticed notice(SourceNotice notice, Reader author) {
    check(notice);
    SourceReport report = notice.report();
    List<Served> found = reads.aboutOwn(author, IncidentKind.NAME, links(report, notice), MOST + 1);
    boolean more = found.size() > MOST;
    List<UUID> flagged =
        desk.at(
            author,
            () ->
                found.stream()
                    .limit(MOST)
                    .map(one -> flagged(one, report, notice, author))
                    .toList());
    return new Noticed(flagged, more);
  }

  /** What was corrected can still be retracted; nothing comes back by a notice. */
  private static boolean changes(SourceNotice notice, String standing) {
    return standing.equals(SourceReport.STANDS)
        || standing.equals(SourceReport.CORRECTED)
            && notice.standing().equals(SourceReport.RETRACTED);
  }

  private static Set<UUID> links(SourceReport report, SourceNotice notice) {
    var links = new LinkedHashSet<UUID>();
    for (String standing : List.of(SourceReport.STANDS, SourceReport.CORRECTED)) {
      if (changes(notice, standing)) {
        links.addAll(report.links(standing));
      }
    }
    return links;
  }

  private UUID flagged(Served one, SourceReport report, SourceNotice notice, Reader author) {
    return records
        .revise(
            kind,
            one.id(),
            one.etag(),
            now -> noticed(now, report, notice),
            "A source was " + notice.standing() + ".",
            author)
        .id();
  }

  private JsonNode noticed(JsonNode now, SourceReport report, SourceNotice notice) {
    ObjectNode next = now.deepCopy();
    try {
      var incident = json.read((ObjectNode) now, Incident.class);
      next.set(
          "sources",
          json.tree(
              incident.sources().stream()
                  .map(
                      source ->
                          source.isThatOf(report) && changes(notice, source.standing())
                              ? source.noticed(notice.standing(), notice.notice())
                              : source)
                  .toList()));
      return next;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An incident that cannot be read.", e);
    }
  }

  private static void check(SourceNotice notice) {
    var flaws = new Flaws(JsonPointer.empty());
    flaws.unless(
        List.of(SourceReport.CORRECTED, SourceReport.RETRACTED).contains(notice.standing()),
        "standing",
        "not-a-notice",
        "Say corrected or retracted.");
    flaws.addAll(notice.report().flaws(JsonPointer.empty()));
    List<Flaw> found = flaws.found();
    if (!found.isEmpty()) {
      throw Refusal.invalid(found);
    }
  }
}
