package org.toguna.ingest.suggestions;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.values.Flaws;

/** Turns a suggestion down; what was accepted cannot be. */
@ApplicationScoped
class Rejections {
  private final CodeLists codes;
  private final ObjectMapper mapper;
  private final Clock clock = Clock.systemUTC();

  Rejections(CodeLists codes, ObjectMapper mapper) {
    this.codes = codes;
    this.mapper = mapper;
  }

  /** Why a suggestion was turned down. */
  @Schema(name = "Rejection")
  public record Rejection(
      @Schema(description = "Code of the list rejection_reason", maxLength = 40) String reason,
      @Schema(maxLength = 1000) @Nullable String note) {}

  JsonNode rejected(JsonNode now, Rejection rejection, Reader author) {
    var flaws = new Flaws(JsonPointer.empty());
    flaws.required("reason", rejection.reason(), 40);
    codes.check("rejection_reason", rejection.reason(), "/reason").ifPresent(flaws::add);
    flaws.atMost("note", rejection.note(), 1000);
    if (!flaws.found().isEmpty()) {
      throw Refusal.invalid(flaws.found());
    }
    if (now.path("status").asText().startsWith("accepted")) {
      throw new Refusal(
          ProblemType.CONFLICT,
          "This suggestion was accepted. Revise or erase the record that it became.");
    }
    var decision =
        new SuggestedRecord.Decision(
            author.person(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            rejection.reason(),
            rejection.note(),
            null,
            null);
    ObjectNode next = now.deepCopy();
    next.put("status", "rejected");
    next.set("decision", mapper.valueToTree(decision));
    return next;
  }
}
