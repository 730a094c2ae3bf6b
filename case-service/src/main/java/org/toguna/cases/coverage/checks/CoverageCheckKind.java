package org.toguna.cases.coverage.checks;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.toguna.cases.coverage.PartOfListKind;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** What a kept check must be: RED, and for persons of its own organisation. */
@Singleton
public class CoverageCheckKind extends PartOfListKind<CoverageCheck> {
  public static final String NAME = "coverage-check";

  CoverageCheckKind() {
    super(NAME, CoverageCheck.class);
  }

  @Override
  public List<Flaw> flaws(CoverageCheck check, Reader author) {
    var flaws = new Flaws(JsonPointer.empty());
    Marking marking = check.marking();
    flaws.unless(
        marking != null && marking.tlp() == Tlp.RED,
        "marking",
        "red-only",
        "A check is kept as RED, for the persons named.");
    flaws.unless(
        marking == null
            || marking.namedPersons().stream()
                .allMatch(person -> person.startsWith(author.organisation() + "/")),
        "keepFor",
        "not-your-organisation",
        "A check is kept for persons of your own organisation.");
    return flaws.found();
  }

  @Override
  public Set<UUID> hangsOn(CoverageCheck check) {
    return check.list() == null ? Set.of() : Set.of(check.list());
  }

  /** Found by its list alone; neither unit nor names stand anywhere unsealed. */
  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view).links("/list").read();
  }
}
