package org.toguna.cases.coverage.gaps;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.toguna.cases.coverage.PartOfListKind;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.crypto.KeyRing;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;
import org.toguna.kit.values.PlaceReference;

/** A gap hangs on its list and on what happened: it is for those alone who see both. */
@Singleton
public class ListGapKind extends PartOfListKind<ListGap> {
  public static final String NAME = "list-gap";
  private final CodeLists codes;
  private final KeyRing keys;

  ListGapKind(CodeLists codes, KeyRing keys) {
    super(NAME, ListGap.class);
    this.codes = codes;
    this.keys = keys;
  }

  @Override
  public List<Flaw> flaws(ListGap gap, Reader author) {
    var flaws = new Flaws(JsonPointer.empty());
    codes.check("list_gap_ground", gap.ground(), "/ground").ifPresent(flaws::add);
    codes.check("list_gap_status", gap.status(), "/status").ifPresent(flaws::add);
    return flaws.found();
  }

  @Override
  public Set<UUID> hangsOn(ListGap gap) {
    var both = new LinkedHashSet<UUID>();
    if (gap.list() != null) {
      both.add(gap.list());
    }
    if (gap.incident() != null) {
      both.add(gap.incident());
    }
    return both;
  }

  /**
   * Raised once for one place, list and incident, however often it is looked at, also after it was
   * erased. What claims stand for is kept unsealed, so the place is in it by a name that nobody
   * else can make.
   */
  @Override
  public Set<String> claims(ListGap gap) {
    String place = gap.place() == null ? "" : key(gap.place(), gap.ground());
    UUID unreadable =
        keys.nameOf(
            (gap.list() + "/" + gap.incident() + "/" + place).getBytes(StandardCharsets.UTF_8));
    return Set.of("list-gap/" + unreadable);
  }

  private static String key(PlaceReference place, String ground) {
    return ground.equals(ListGap.UNCHECKABLE) ? Unplaced.key(place) : String.valueOf(place.id());
  }

  /** Found by status, list and incident; which place it is about stays sealed. */
  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofStatus("list_gap_status");
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view).status("/status").links("/list").links("/incident").read();
  }
}
