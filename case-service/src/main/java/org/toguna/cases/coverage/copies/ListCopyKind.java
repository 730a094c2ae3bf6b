package org.toguna.cases.coverage.copies;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.toguna.cases.coverage.CoverageListKind;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** Copies hang on their list: who no longer sees the one no longer sees the other. */
@ApplicationScoped
public class ListCopyKind implements RecordKind<ListCopy> {
  public static final String NAME = "list-copy";
  private static final Blur BLUR = Blur.of(ListCopy.class);
  private final CodeLists codes;

  ListCopyKind(CodeLists codes) {
    this.codes = codes;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return CoverageListKind.TOPIC;
  }

  @Override
  public Class<ListCopy> stateType() {
    return ListCopy.class;
  }

  @Override
  public List<Flaw> flaws(ListCopy copy, Reader author) {
    var flaws = new Flaws(JsonPointer.empty());
    codes.check("list_copy_status", copy.status(), "/status").ifPresent(flaws::add);
    return flaws.found();
  }

  @Override
  public Set<UUID> hangsOn(ListCopy copy) {
    return copy.list() == null ? Set.of() : Set.of(copy.list());
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view).status("/status").links("/list").read();
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
    return EventData.of(view);
  }
}
