package org.toguna.kit.endpoints;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.InDivision;
import org.toguna.kit.records.RecordKinds;
import org.toguna.kit.records.Units;
import org.toguna.kit.values.Flaw;

/**
 * What a filter may ask for: codes as they are checked in bodies, and units that there are. A code
 * that nothing can have would be answered by an empty list, which reads as "there is none".
 */
@ApplicationScoped
public class FilterRules {
  private static final Set<String> KNOWN_LANGUAGES =
      Stream.concat(Arrays.stream(Locale.getISOLanguages()), Stream.of("und", "mul", "zxx"))
          .collect(Collectors.toUnmodifiableSet());

  private final Units units;
  private final RecordKinds kinds;
  private final CodeLists codes;

  FilterRules(Units units, RecordKinds kinds, CodeLists codes) {
    this.units = units;
    this.kinds = kinds;
    this.codes = codes;
  }

  /**
   * Where a place or unit stands in the tree.
   *
   * @throws Refusal if there is none of that id or P-code
   */
  public int level(String name, String place) {
    return units
        .level(place)
        .orElseThrow(() -> bad(name, "The gazetteer has no place or unit of this id or P-code."));
  }

  /**
   * What lies where in a division of the country.
   *
   * @throws Refusal if this service keeps no gazetteer
   */
  InDivision in(String division, @Nullable String place, boolean onlyUnplaced) {
    return units
        .in(division, place, onlyUnplaced)
        .orElseThrow(() -> bad("division", "This service keeps no gazetteer; ask case-service."));
  }

  /**
   * Refuses codes that no record of the kind can have.
   *
   * @throws Refusal which says what was probably meant
   */
  void check(String kind, @Nullable String type, @Nullable String status, @Nullable String stage) {
    FilterCodes lists =
        kinds
            .named(kind)
            .map(known -> known.filterCodes())
            .orElseThrow(() -> new IllegalArgumentException("No kind " + kind));
    code("type", lists.type(), type);
    code("status", lists.status(), status);
    code("stage", lists.stage(), stage);
  }

  /**
   * Refuses a code that is not on the list.
   *
   * @param list null where there is no such code at all
   */
  public void code(String name, @Nullable String list, @Nullable String code) {
    if (code == null) {
      return;
    }
    if (list == null) {
      throw bad(name, "Nothing that is listed here has one; leave it out.");
    }
    Optional<Flaw> flaw =
        list.equals(FilterCodes.LANGUAGE) ? language(name, code) : codes.check(list, code, name);
    if (flaw.isPresent()) {
      throw new Refusal(
          ProblemType.BAD_PARAMETER,
          "Parameter " + name + ": " + flaw.get().detail(),
          List.of(flaw.get()));
    }
  }

  private static Optional<Flaw> language(String name, String tag) {
    try {
      String language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
      if (KNOWN_LANGUAGES.contains(language) || language.length() == 3) {
        return Optional.empty();
      }
    } catch (IllformedLocaleException e) {
      // refused below, like a language that does not exist
    }
    String near = tag.contains("_") ? " Did you mean \"%s\"?".formatted(tag.replace('_', '-')) : "";
    return Optional.of(
        new Flaw(name, "unknown-code", "Expected a BCP 47 tag such as fr, en or ff-Latn." + near));
  }

  static Refusal bad(String name, String detail) {
    return new Refusal(
        ProblemType.BAD_PARAMETER,
        "Parameter " + name + ": " + detail,
        List.of(new Flaw(name, "wrong-value", detail)));
  }
}
