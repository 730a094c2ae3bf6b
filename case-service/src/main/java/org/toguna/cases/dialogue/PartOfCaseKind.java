package org.toguna.cases.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.inspection.Inspection;
import org.toguna.cases.inspection.Inspections;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Ahead;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.UncertainDate;

/**
 * A kind of record that hangs on a case: whoever may not see the case sees nothing of it.
 *
 * <p>All such kinds share one topic, and their events carry codes and ids only, whatever the
 * marking: what was said, by whom and where is asked for over HTTP.
 */
public abstract class PartOfCaseKind<S extends PartOfCase> implements RecordKind<S> {
  public static final String TOPIC = "cases.dialogue";
  private static final Clock CLOCK = Clock.systemUTC();

  private final String name;
  private final Class<S> stateType;
  private final Blur blur;
  private final Inspections inspections;

  protected PartOfCaseKind(String name, Class<S> stateType, Blur blur, Inspections inspections) {
    this.name = name;
    this.stateType = stateType;
    this.blur = blur;
    this.inspections = inspections;
  }

  /** What this kind's states are held against. */
  protected final Inspections inspections() {
    return inspections;
  }

  /** What spans several of its fields; each field and the case are looked at already. */
  protected void inspect(S state, Inspection inspection) {}

  /** Dates, places and words that it is found by, beside its codes, its case and its actors. */
  protected FacetReader facets(FacetReader reader) {
    return reader.dates("/when", "/when").place("/place");
  }

  /** The part of a view whose actors siblings are told of; nobody, unless a kind says otherwise. */
  protected JsonNode concerned(ObjectNode view) {
    return MissingNode.getInstance();
  }

  /** Further records that it names, and that bound its audience as the case does. */
  protected Stream<@Nullable UUID> alsoHangsOn(S state) {
    return Stream.empty();
  }

  /** Dates on which something of it may lie ahead; none, unless a kind says otherwise. */
  protected Stream<@Nullable UncertainDate> planned(S state) {
    return Stream.empty();
  }

  /** What may lie ahead is its owner's alone. */
  @Override
  public Audience audience(S state, Marking marking, Audience allowed) {
    LocalDate today = LocalDate.now(CLOCK);
    return planned(state).anyMatch(date -> Ahead.mayBe(date, today))
        ? allowed.ownerAlone(marking.owner())
        : allowed;
  }

  /** Whether it may be recorded without a case. */
  protected boolean mayStandAlone(S state) {
    return false;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Class<S> stateType() {
    return stateType;
  }

  @Override
  public List<Flaw> flaws(S state, Reader author) {
    Inspection inspection =
        inspections
            .of(state, author)
            .law(state)
            .unless(
                state.dialogue() != null || mayStandAlone(state),
                "case",
                "required",
                "Name the case that it belongs to.")
            .record("case", CaseKind.NAME, state.dialogue());
    inspect(state, inspection);
    return inspection.found();
  }

  @Override
  public Set<UUID> hangsOn(S state) {
    return Stream.concat(Stream.ofNullable(state.dialogue()), alsoHangsOn(state))
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Facets facets(ObjectNode view) {
    return facets(
            FacetReader.of(view)
                .type("/type")
                .status("/status")
                .actors("", "actor")
                .links("/case")
                .compared("case", "/case"))
        .read();
  }

  @Override
  public Blur blur() {
    return blur;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return codes(blurred);
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    return EventData.of(view, "/case", "/type", "/status", "/suggestion")
        .set("actors", EventData.ids(concerned(view), "actor"));
  }
}
