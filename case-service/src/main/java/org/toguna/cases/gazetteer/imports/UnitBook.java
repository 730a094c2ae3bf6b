package org.toguna.cases.gazetteer.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.csv.RowFlaw;
import org.toguna.cases.gazetteer.Name;
import org.toguna.cases.gazetteer.imports.UnitEntry.Details;
import org.toguna.kit.names.Fold;

/**
 * All units while an import runs: those that stand already, and those its rows bring. Editions give
 * one code to different units, so a code is believed only together with parent and name.
 */
final class UnitBook {
  private final Map<String, UnitEntry> byId = new HashMap<>();
  private final Map<String, Set<String>> byCode = new HashMap<>();
  private final Map<String, Set<String>> childrenByName = new HashMap<>();
  private final Map<String, String> references = new HashMap<>();
  private final Map<String, String> standingReferences = new HashMap<>();

  /** In the order in which they came. */
  private final Set<String> created = new LinkedHashSet<>();

  private final Set<String> changed = new HashSet<>();
  private final Set<String> withdrawn = new HashSet<>();

  /** A unit that stands in the database. */
  void standing(UnitEntry unit) {
    index(unit);
  }

  /** A unit that was withdrawn. */
  void withdrawn(String id) {
    withdrawn.add(id);
  }

  boolean isWithdrawn(UnitEntry unit) {
    return withdrawn.contains(unit.id());
  }

  /** A coding that stands in the database. */
  void standing(String country, String coding, boolean reference) {
    if (reference) {
      references.put(country, coding);
      standingReferences.put(country, coding);
    }
  }

  /** How many units this import has opened so far, to come back to. */
  int mark() {
    return created.size();
  }

  /** Forgets the units that were opened since: those of a row that is rejected. */
  void backTo(int mark) {
    if (created.size() > mark) {
      forget(created.stream().skip(mark).collect(Collectors.toSet()));
    }
  }

  /** Forgets the units that were opened and that no row which was taken needs. */
  void keep(Set<String> needed) {
    var kept = new HashSet<String>();
    for (var id : needed) {
      find(id).ifPresent(unit -> kept.addAll(unit.path()));
    }
    forget(created.stream().filter(id -> !kept.contains(id)).collect(Collectors.toSet()));
  }

  private void forget(Set<String> ids) {
    created.removeAll(ids);
    changed.removeAll(ids);
    byId.keySet().removeAll(ids);
    byCode.values().forEach(units -> units.removeAll(ids));
    childrenByName.values().forEach(units -> units.removeAll(ids));
    references.clear();
    references.putAll(standingReferences);
    created.stream().map(this::get).forEach(this::mayBecomeReference);
  }

  /** Units without codes cannot be what others' codes are read by; a country is outside of all. */
  private void mayBecomeReference(UnitEntry unit) {
    if (unit.pcode() != null && unit.level() > 0) {
      references.putIfAbsent(unit.country(), unit.coding());
    }
  }

  Optional<String> referenceCoding(String country) {
    return Optional.ofNullable(references.get(country));
  }

  UnitEntry country(String code) {
    var known = byId.get(code);
    if (known != null) {
      return known;
    }
    var country =
        new UnitEntry(
            code,
            Countries.CODING,
            code,
            List.of(code),
            code,
            Countries.name(code),
            Countries.otherNames(code),
            Details.NONE);
    add(country);
    return country;
  }

  UnitEntry get(@Nullable String id) {
    return Objects.requireNonNull(byId.get(id));
  }

  Optional<UnitEntry> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The unit of an id to which no code was published; empty if it is new.
   *
   * @throws RowFlaw if the id is another unit's
   */
  Optional<UnitEntry> uncoded(String id, UnitEntry parent, String coding) throws RowFlaw {
    var standing = find(id);
    if (standing.isPresent()
        && !(standing.get().coding().equals(coding) && standing.get().liesIn(parent))) {
      throw new RowFlaw(
          "unit_id", "id-taken", "This id is another unit's; give the unit an id of its own.");
    }
    return standing;
  }

  /** The units that any edition gives a code. */
  List<UnitEntry> coded(String country, String pcode) {
    if (pcode.equals(country)) {
      return List.of(country(country));
    }
    return byCode.getOrDefault(country + "|" + pcode, Set.of()).stream().map(byId::get).toList();
  }

  /**
   * The unit under a parent that a row means by code and, if it gives one, by name; empty if the
   * edition has no such code yet.
   *
   * @throws RowFlaw if the edition has the code for another unit
   */
  Optional<UnitEntry> meant(
      UnitEntry parent, String coding, String pcode, @Nullable String name, String column)
      throws RowFlaw {
    var coded = coded(parent.country(), pcode);
    var own = coded.stream().filter(unit -> unit.coding().equals(coding)).findFirst();
    if (own.isPresent() && own.get().liesIn(parent) && own.get().mayBeCalled(name)) {
      return own;
    }
    var same = coded.stream().filter(u -> u.liesIn(parent) && u.isCalled(name)).findFirst();
    if (same.isEmpty() && own.isPresent()) {
      throw contradiction(own.get(), parent, name, column);
    }
    return same;
  }

  private static RowFlaw contradiction(
      UnitEntry own, UnitEntry parent, @Nullable String name, String column) {
    if (!own.mayBeCalled(name)) {
      return new RowFlaw(
          column,
          "code-of-another-unit",
          "In the coding %s the code %s is %s, not %s. If the file follows another edition, import it with coding=<edition>."
              .formatted(own.coding(), own.pcode(), own.name(), name));
    }
    return new RowFlaw(
        column,
        "unit-elsewhere",
        "%s lies in %s, not in %s: correct one of the codes. A unit does not move: where a reform made a new one, give it a code or a coding of its own."
            .formatted(own.id(), own.parent(), parent.id()));
  }

  /** The only region of a country with that name or, if none has it, the only unit below. */
  Optional<UnitEntry> called(String country, String name) {
    for (int level = 1; level <= 2 && !name.isBlank(); level++) {
      int wanted = level;
      var found =
          byId.values().stream()
              .filter(unit -> unit.country().equals(country) && unit.level() == wanted)
              .filter(
                  unit -> unit.names().stream().anyMatch(n -> bare(n.name()).equals(bare(name))))
              .toList();
      if (!found.isEmpty()) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : reference(found);
      }
    }
    return Optional.empty();
  }

  /** Of units that editions have double, the one of the reference. */
  private Optional<UnitEntry> reference(List<UnitEntry> units) {
    var own = units.stream().filter(unit -> isReference(unit.country(), unit.coding())).toList();
    return own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty();
  }

  /** The only unit of that name directly under another. */
  Optional<UnitEntry> byName(UnitEntry parent, String name) {
    var found = childrenByName.getOrDefault(parent.id() + "|" + bare(name), Set.of());
    return found.size() == 1 ? Optional.of(byId.get(found.iterator().next())) : Optional.empty();
  }

  /** Opens a unit under a parent; the id is the code itself as long as no other unit has it. */
  UnitEntry open(
      UnitEntry parent,
      @Nullable String id,
      String coding,
      @Nullable String pcode,
      String name,
      List<Name> otherNames,
      Details details) {
    var path = new ArrayList<>(parent.path());
    var wanted = Objects.requireNonNull(id == null ? pcode : id);
    path.add(byId.containsKey(wanted) ? coding + ":" + pcode : wanted);
    var unit =
        new UnitEntry(
            path.getLast(),
            coding,
            pcode,
            List.copyOf(path),
            parent.country(),
            name,
            otherNames,
            details);
    add(unit);
    return unit;
  }

  private void add(UnitEntry unit) {
    created.add(unit.id());
    mayBecomeReference(unit);
    replace(unit);
  }

  void replace(UnitEntry unit) {
    changed.add(unit.id());
    index(unit);
  }

  private void index(UnitEntry unit) {
    byId.put(unit.id(), unit);
    if (unit.pcode() != null) {
      byCode
          .computeIfAbsent(unit.country() + "|" + unit.pcode(), _ -> new TreeSet<>())
          .add(unit.id());
    }
    if (unit.parent() != null) {
      for (var name : unit.names()) {
        childrenByName
            .computeIfAbsent(unit.parent() + "|" + bare(name.name()), _ -> new HashSet<>())
            .add(unit.id());
      }
    }
  }

  /** New and changed units, parents before their children. */
  Collection<UnitEntry> changed() {
    return changed.stream()
        .map(byId::get)
        .sorted(Comparator.comparingInt(UnitEntry::level).thenComparing(UnitEntry::id))
        .toList();
  }

  boolean isNew(UnitEntry unit) {
    return created.contains(unit.id());
  }

  int createdUnits() {
    return created.size();
  }

  boolean isReference(String country, String coding) {
    return coding.equals(references.get(country));
  }

  /** GeoNames says "Zinder Region" where the COD says "Zinder". */
  private static String bare(String name) {
    return Fold.of(name)
        .replaceAll(
            "\\b(region|province|cercle|departement|district|commune)( de la| de l| du| de)?\\b",
            "")
        .replace(" ", "");
  }
}
