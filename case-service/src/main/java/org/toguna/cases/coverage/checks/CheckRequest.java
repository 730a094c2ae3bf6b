package org.toguna.cases.coverage.checks;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.coverage.CoverageList;
import org.toguna.cases.coverage.ListedPlace;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;
import org.toguna.kit.values.UncertainNumber;

/**
 * Asks for a check: of a list that is kept here, or of names that are not.
 *
 * @param unit what the list claims to cover; a kept list says so itself
 * @param asOf the day whose gazetteer counts; if left out the list's own, and today for names
 * @param keep whether the result is kept, for the one who asks and those of {@code keepFor}
 */
@Schema(name = "CoverageCheckRequest", description = "A list, or names, and the unit to cover.")
record CheckRequest(
    @Nullable UUID list,
    @Schema(description = "Names as written, where no list is kept", maxItems = 2000)
        List<String> names,
    @Schema(description = "Id or P-code of the unit", maxLength = 80) @Nullable String unit,
    @Nullable LocalDate asOf,
    @Schema(description = "Whose places count; left out, whose P-codes are most", maxLength = 60)
        @Nullable String provider,
    @Nullable UncertainNumber statedTotal,
    @Schema(description = "Code of the list coverage_total_of", maxLength = 40)
        @Nullable String statedCounts,
    @Nullable Boolean keep,
    @Schema(description = "Who else may read what is kept, as organisation/name", maxItems = 20)
        Set<String> keepFor) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  CheckRequest {
    names = names == null ? List.of() : List.copyOf(names);
    keepFor = keepFor == null ? Set.of() : Set.copyOf(keepFor);
  }

  boolean isToBeKept() {
    return Boolean.TRUE.equals(keep);
  }

  List<ListedPlace> lines() {
    return names.stream().map(name -> new ListedPlace(name, null, null, null, null)).toList();
  }

  List<Flaw> flaws() {
    var flaws = new Flaws(JsonPointer.empty());
    flaws.unless(
        (list == null) != names.isEmpty(),
        list == null ? "list" : "names",
        "one-of-two",
        "Name a list by its id, or send the names themselves; one of the two.");
    flaws.unless(
        list != null || unit != null, "unit", "required", "Say which unit the names are to cover.");
    flaws.unless(
        names.size() <= CoverageList.MOST_ENTRIES,
        "names",
        "too-many",
        "At most %d names; check unit by unit.".formatted(CoverageList.MOST_ENTRIES));
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.isBlank() || name.length() > ListedPlace.LONGEST_NAME) {
        flaws.add(
            Flaw.at(
                flaws.member("names").appendIndex(i),
                "not-a-name",
                "A name has 1 to %d characters.".formatted(ListedPlace.LONGEST_NAME)));
      }
    }
    if (statedTotal != null) {
      flaws.addAll(statedTotal.flaws(flaws.member("statedTotal")));
    }
    flaws.unless(
        isToBeKept() || keepFor.isEmpty(),
        "keepFor",
        "nothing-kept",
        "Nothing is kept unless you ask for it: say keep, or leave keepFor out.");
    return flaws.found();
  }
}
