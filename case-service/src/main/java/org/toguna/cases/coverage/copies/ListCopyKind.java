package org.toguna.cases.coverage.copies;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.toguna.cases.coverage.PartOfListKind;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** Copies hang on their list: who no longer sees the one no longer sees the other. */
@Singleton
public class ListCopyKind extends PartOfListKind<ListCopy> {
  public static final String NAME = "list-copy";
  private final CodeLists codes;

  ListCopyKind(CodeLists codes) {
    super(NAME, ListCopy.class);
    this.codes = codes;
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
  public FilterCodes filterCodes() {
    return FilterCodes.ofStatus("list_copy_status");
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view).status("/status").links("/list").read();
  }
}
