package org.toguna.cases.gazetteer.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.gazetteer.Likeness;
import org.toguna.cases.gazetteer.Name;

/** A unit as it stands or will stand in the gazetteer; the path ends with its own id. */
record UnitEntry(
    String id,
    String coding,
    @Nullable String pcode,
    List<String> path,
    String country,
    String name,
    List<Name> otherNames,
    Details details) {

  /** The same name in other letters, not a resemblance: codes of two editions meet by chance. */
  private static final double SAME = 0.75;

  /** What a unit has besides its code and its names. */
  record Details(
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable String source) {
    static final Details NONE = new Details(null, null, null, null, null);

    private Details orElse(Details other) {
      return new Details(
          validFrom == null ? other.validFrom : validFrom,
          validTo == null ? other.validTo : validTo,
          lat == null ? other.lat : lat,
          lon == null ? other.lon : lon,
          source == null ? other.source : source);
    }
  }

  int level() {
    return path.size() - 1;
  }

  @Nullable String parent() {
    return path.size() < 2 ? null : path.get(path.size() - 2);
  }

  @Nullable String unit(int level) {
    return level < path.size() ? path.get(level) : null;
  }

  List<Name> names() {
    var names = new ArrayList<Name>();
    names.add(Name.primary(name));
    names.addAll(otherNames);
    return names;
  }

  boolean liesIn(UnitEntry unit) {
    return unit.id.equals(parent());
  }

  boolean mayBeCalled(@Nullable String spelling) {
    return spelling == null
        || spelling.equals(name)
        || names().stream().anyMatch(n -> Likeness.alike(n.name(), spelling));
  }

  boolean isCalled(@Nullable String spelling) {
    return spelling == null
        || spelling.equals(name)
        || names().stream().anyMatch(n -> Likeness.of(n.name(), spelling) >= SAME);
  }

  /** The provider of its code has the say on it; what others add stands beside. */
  UnitEntry saidBy(String speaker, String spelling, List<Name> others, Details said) {
    var all = new LinkedHashSet<>(otherNames);
    boolean own = speaker.equals(coding);
    if (own && !spelling.equals(name)) {
      all.add(Name.alternative(name));
    } else if (!own) {
      all.add(Name.alternative(spelling));
    }
    all.addAll(others);
    var primary = own ? spelling : name;
    // The same name may stand beside itself to say which language's it is.
    all.removeIf(other -> other.name().equals(primary) && other.language() == null);
    return new UnitEntry(
        id,
        coding,
        pcode,
        path,
        country,
        primary,
        List.copyOf(all),
        own ? said.orElse(details) : details.orElse(said));
  }

  boolean saysTheSameAs(UnitEntry other) {
    return name.equals(other.name)
        && otherNames.equals(other.otherNames)
        && Objects.equals(details, other.details);
  }
}
