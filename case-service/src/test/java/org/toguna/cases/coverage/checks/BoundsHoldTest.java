package org.toguna.cases.coverage.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toguna.cases.coverage.ListedPlace;
import org.toguna.kit.values.UncertainNumber;

/**
 * Whatever the doubtful lines of a list mean, as many places are covered and missing as the check
 * says: random communes with namesakes and names that begin others, random lists, and random truths
 * behind each line (one place, another, several, all of them).
 */
class BoundsHoldTest {
  private static final List<String> FIRST =
      List.of("Zgorox", "Madobougou", "Kolombila", "Tanga", "Tangado", "Sare", "Sareyamou", "Dia");
  private static final List<String> SECOND = List.of("", "", "-Do", "-Ley", "-Do-Bas", " Peul");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theTruthLiesWithinTheBounds(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      List<CensusPlace> places = places(random);
      List<ListedPlace> lines = lines(random, places);
      var census = Census.of(places, null, LocalDate.of(2021, 9, 1));
      Findings findings = new Matching(census, likeness(places), nothing()).of(lines);
      for (int truth = 0; truth < 10; truth++) {
        Set<String> covered = covered(findings, places, random);
        String as = "seed %d, %s against %s".formatted(seed, lines, places);
        assertThat(covered.size())
            .as(as)
            .isBetween(findings.coveredAtLeast(), findings.coveredAtMost());
        int missing = places.size() - covered.size();
        assertThat(missing).as(as).isBetween(findings.missingAtLeast(), findings.missingAtMost());
        totalsHold(findings, lines.size(), places.size(), missing, as);
      }
      nothingThatMayBeMeantIsMissing(findings);
    }
  }

  /** Of a number that counts the unit, and of one that counts the list, whichever is true. */
  private static void totalsHold(
      Findings findings, int listed, int places, int missing, String as) {
    int covered = places - missing;
    for (var reading : totals(findings, listed, places).readings()) {
      if (reading.reading().equals("stated_is_unit")
          || reading.reading().equals("gazetteer_is_unit")) {
        within(reading.listed(), covered, as);
        within(reading.unit(), places, as);
      }
    }
    for (var reading : totals(findings, listed, covered).readings()) {
      if (reading.reading().equals("stated_is_list")) {
        within(reading.listed(), covered, as);
        within(reading.unit(), places, as);
      }
    }
  }

  private static Totals totals(Findings findings, int listed, int stated) {
    var number =
        new UncertainNumber(null, java.math.BigDecimal.valueOf(stated), null, null, null, null);
    return Totals.of(new Totals.Stated(number, "both", null), listed, findings);
  }

  private static void within(UncertainNumber bounds, int truth, String as) {
    assertThat(bounds.low() == null || bounds.low().intValueExact() <= truth).as(as).isTrue();
    assertThat(bounds.high() == null || bounds.high().intValueExact() >= truth).as(as).isTrue();
  }

  /** One truth behind the list: ambiguous lines mean one or more, doubtful ones one or none. */
  private static Set<String> covered(Findings findings, List<CensusPlace> places, Random random) {
    Set<String> here = new HashSet<>(places.stream().map(CensusPlace::id).toList());
    Set<String> covered = new HashSet<>();
    for (Finding row : findings.rows()) {
      List<String> candidates =
          row.candidates().stream().map(PlaceFound::id).filter(here::contains).toList();
      switch (row.result()) {
        case "matched" -> covered.add(row.place().id());
        case "ambiguous" -> {
          covered.add(candidates.get(random.nextInt(candidates.size())));
          candidates.stream().filter(one -> random.nextBoolean()).forEach(covered::add);
          if (random.nextInt(3) == 0) {
            covered.addAll(candidates);
          }
        }
        case "to_confirm" -> {
          if (!candidates.isEmpty() && random.nextInt(4) > 0) {
            covered.add(candidates.get(random.nextInt(candidates.size())));
          }
        }
        default -> {}
      }
    }
    return covered;
  }

  private static void nothingThatMayBeMeantIsMissing(Findings findings) {
    Set<String> ambiguous = new HashSet<>();
    findings.rows().stream()
        .filter(row -> row.result().equals("ambiguous"))
        .flatMap(row -> row.candidates().stream())
        .forEach(candidate -> ambiguous.add(candidate.id()));
    assertThat(findings.rows())
        .filteredOn(row -> row.result().equals("missing"))
        .noneMatch(row -> ambiguous.contains(row.place().id()));
  }

  private static List<CensusPlace> places(Random random) {
    var places = new ArrayList<CensusPlace>();
    int number = 1 + random.nextInt(12);
    for (int i = 0; i < number; i++) {
      places.add(
          new CensusPlace(
              String.valueOf(i),
              "P" + i,
              "cod",
              "XA01",
              name(random),
              List.of(),
              14 + i,
              -3,
              false));
    }
    return places;
  }

  private static List<ListedPlace> lines(Random random, List<CensusPlace> places) {
    var lines = new ArrayList<ListedPlace>();
    int number = 1 + random.nextInt(10);
    for (int i = 0; i < number; i++) {
      String place = random.nextInt(4) == 0 ? pick(random, places).id() : null;
      String name = random.nextBoolean() ? name(random) : pick(random, places).name();
      if (random.nextInt(4) == 0) {
        name = name.substring(0, Math.max(3, name.length() - 1 - random.nextInt(4))).strip();
      }
      lines.add(new ListedPlace(name, place, null, null, null));
    }
    return lines;
  }

  private static String name(Random random) {
    return pick(random, FIRST) + pick(random, SECOND);
  }

  private static <T> T pick(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static Spellings likeness(List<CensusPlace> places) {
    return written ->
        places.stream()
            .map(place -> new Spellings.Guess(place.id(), place.likeness(written)))
            .sorted((one, other) -> Double.compare(other.score(), one.score()))
            .toList();
  }

  private static Elsewhere nothing() {
    return new Elsewhere() {
      @Override
      public Map<String, List<Found>> called(Collection<String> squeezed) {
        return Map.of();
      }

      @Override
      public Map<String, Found> places(Collection<String> ids) {
        return Map.of();
      }
    };
  }
}
