package org.toguna.cases.links;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.cases.dialogue.PartOfCaseKind;
import org.toguna.cases.inspection.Inspections;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Flaw;

/**
 * What makes a link between cases valid. It hangs on both, so nobody sees it who may not see both.
 */
@Singleton
public class CaseLinkKind implements RecordKind<CaseLink> {
  public static final String NAME = "case-link";
  private static final Blur BLUR = Blur.of(CaseLink.class).open("/from", "/to", "/type");

  private final Inspections inspections;

  CaseLinkKind(Inspections inspections) {
    this.inspections = inspections;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return PartOfCaseKind.TOPIC;
  }

  @Override
  public Class<CaseLink> stateType() {
    return CaseLink.class;
  }

  @Override
  public List<Flaw> flaws(CaseLink link, Reader author) {
    return inspections
        .of(link, author)
        .law(link)
        .unless(link.from() != null, "from", "required", "Name the case of which it is told.")
        .record("from", CaseKind.NAME, link.from())
        .unless(link.to() != null, "to", "required", "Name the other case.")
        .record("to", CaseKind.NAME, link.to())
        .unless(
            link.from() == null || !link.from().equals(link.to()),
            "to",
            "the-same-case",
            "A link joins two cases.")
        .found();
  }

  @Override
  public Set<UUID> hangsOn(CaseLink link) {
    return Stream.of(link.from(), link.to())
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofType("case_link");
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view)
        .type("/type")
        .links("/from")
        .links("/to")
        .dates("/when", "/when")
        .read();
  }

  @Override
  public Blur blur() {
    return BLUR;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return codes(blurred);
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    return EventData.of(view, "/from", "/to", "/type");
  }
}
