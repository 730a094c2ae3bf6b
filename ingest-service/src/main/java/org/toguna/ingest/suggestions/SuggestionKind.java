package org.toguna.ingest.suggestions;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.OddDays;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/**
 * What makes a suggestion valid and how it is found; others than its readers learn nothing of it.
 */
@ApplicationScoped
public class SuggestionKind implements RecordKind<SuggestedRecord> {
  public static final String NAME = "suggestion";
  private static final int LARGEST_PROPOSAL = 100_000;
  private static final Blur BLUR = Blur.of(SuggestedRecord.class);
  private static final JsonPointer PROPOSAL = JsonPointer.compile("/proposal");

  /** Kinds of which what is proposed may lie ahead. */
  private static final Set<String> PLANNED = Set.of("meeting", "agreement");

  /** What any kind plans, by the name of the member. */
  private static final Set<String> LIES_AHEAD = Set.of("due");

  private final CodeLists codes;

  SuggestionKind(CodeLists codes) {
    this.codes = codes;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return "ingest.suggestion";
  }

  @Override
  public Class<SuggestedRecord> stateType() {
    return SuggestedRecord.class;
  }

  @Override
  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public List<Flaw> flaws(SuggestedRecord suggestion, Reader author) {
    var flaws = new Flaws(JsonPointer.empty());
    codes
        .check("suggestion_type", suggestion.type(), flaws.member("type").toString())
        .ifPresent(flaws::add);
    flaws.unless(
        suggestion.document() != null, "document", "required", "Say which document it is from.");
    flaws.unless(
        suggestion.proposal() != null && !suggestion.proposal().isEmpty(),
        "proposal",
        "required",
        "Propose a record in the JSON of its kind.");
    flaws.unless(
        suggestion.proposal() == null
            || suggestion.proposal().toString().length() <= LARGEST_PROPOSAL,
        "proposal",
        "too-large",
        "At most 100,000 characters of JSON.");
    return flaws.found();
  }

  /** A proposal is in the JSON of its target; there each date will be judged by its field. */
  @Override
  public List<Flaw> oddDays(ObjectNode view) {
    boolean planned = PLANNED.contains(view.path("type").asText());
    return OddDays.inJson(
        view.path("proposal"),
        PROPOSAL,
        OddDays.writtenOn(view),
        at -> planned || LIES_AHEAD.contains(at.last().getMatchingProperty()));
  }

  @Override
  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Set<UUID> hangsOn(SuggestedRecord suggestion) {
    return suggestion.document() == null ? Set.of() : Set.of(suggestion.document());
  }

  @Override
  public FilterCodes filterCodes() {
    return new FilterCodes("suggestion_type", "suggestion_status", null);
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view).type("/type").status("/status").links("/document").read();
  }

  @Override
  public Blur blur() {
    return BLUR;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return EventData.of(blurred);
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    return EventData.of(view, "/type", "/status", "/document");
  }
}
