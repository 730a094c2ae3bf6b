package org.toguna.cases.coverage.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.toguna.cases.coverage.InventedCommune.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Real communes out of the whole gazetteer of a country, with their lists tampered with. */
@QuarkusTest
@TestProfile(RealCommuneTest.OfItsOwn.class)
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"),
    restrictToAnnotatedClass = true)
class RealCommuneTest {
  private static final Logger LOG = Logger.getLogger(RealCommuneTest.class);
  private static final Path PLACES =
      Path.of("..", "..", "shared", "data", "reference", "places", "mali_places_cod.csv");

  /** A commune of Bandiagara, and the one beside it. */
  private static final String COMMUNE = "ML050305";

  private static final String NEXT = "ML050306";

  /** A commune in which two villages bear one name. */
  private static final String WITH_NAMESAKES = "ML010203";

  private static List<CSVRecord> places = List.of();
  private static final Tokens OURS = Tokens.reviewer("ngo-a");

  @Inject CoverageChecks checks;

  /** A database of its own: no other test has a whole country in it. */
  public static class OfItsOwn implements QuarkusTestProfile {}

  @Test
  void whatWasTamperedWithIsFoundAndNothingElse() throws IOException {
    assumeThat(PLACES).exists();
    List<CSVRecord> places = imported();
    List<String> names = names(places, COMMUNE);
    assertThat(names).hasSizeGreaterThan(12);
    var random = new Random(11);
    Collections.shuffle(names, random);
    var list = new ArrayList<>(names.subList(3, names.size()));
    List<String> removed = names.subList(0, 3);
    Map<String, String> respelt =
        Map.of(respelt(list.get(0)), list.get(0), respelt(list.get(1)), list.get(1));
    list.replaceAll(name -> respelt.containsValue(name) ? respelt(name) : name);
    String foreign = only(places, NEXT).getFirst();
    list.add(foreign);

    for (String day : List.of("2021-09-01", "2016-01-01")) {
      JsonPath found = check(list, COMMUNE, day);
      LOG.infof("MEASURED findings on %s: %s", day, found.getMap("counts"));
      assertThat(found.<String>getList("findings.findAll { it.result == 'missing' }.place.name"))
          .containsExactlyInAnyOrderElementsOf(removed);
      assertThat(toConfirm(found)).isEqualTo(respelt);
      assertThat(found.<String>getList("findings.findAll { it.result == 'foreign' }.written"))
          .containsExactly(foreign);
      assertThat(found.getInt("counts.uncheckable")).isZero();
      assertThat(found.getInt("counts.matched")).isEqualTo(names.size() - 5);
    }
  }

  @Test
  void realNamesakesAreAmbiguous() throws IOException {
    assumeThat(PLACES).exists();
    JsonPath found = check(names(imported(), WITH_NAMESAKES), WITH_NAMESAKES, "2021-09-01");

    assertThat(found.<String>getList("findings.findAll { it.result == 'ambiguous' }.written"))
        .containsExactly("Madina", "Madina");
    assertThat(
            found.<List<String>>getList(
                "findings.findAll { it.result == 'ambiguous' }.candidates.pcode"))
        .allMatch(pcodes -> pcodes.equals(List.of("ML010203005", "ML010203055")));
    assertThat(found.getInt("counts.missing")).isZero();
  }

  /** Only told, never judged: how long it takes says as much of the machine as of the check. */
  @Test
  void aThousandNamesAreHeldAgainstTheWholeCountry() throws IOException {
    assumeThat(PLACES).exists();
    List<String> all =
        imported().stream().map(row -> row.get("name")).distinct().collect(Collectors.toList());
    Collections.shuffle(all, new Random(5));
    List<String> thousand = new ArrayList<>(all.subList(0, 1_000));
    measured("1,000 names against the country", thousand, "ML");
    measured("1,000 names against a cercle", thousand, "ML0503");
    thousand.replaceAll(RealCommuneTest::respelt);
    measured("1,000 respelt names against the country", thousand, "ML");
  }

  private void measured(String what, List<String> names, String unit) {
    var request =
        new CheckRequest(null, names, unit, LocalDate.of(2021, 9, 1), null, null, null, null, null);
    var author = new Reader("ngo-a", "ngo-a/bench", Set.of(Role.CONTRIBUTOR), Tlp.GREEN);
    var millis = new ArrayList<Long>();
    for (int round = 0; round < 7; round++) {
      long start = System.nanoTime();
      assertThat(checks.check(request, author).findings()).hasSizeGreaterThanOrEqualTo(1_000);
      millis.add((System.nanoTime() - start) / 1_000_000);
    }
    LOG.infof("MEASURED %s: %s ms", what, millis);
  }

  /** As another clerk would write it. */
  private static String respelt(String name) {
    String other =
        name.replaceFirst("ou", "u").replaceFirst("(?<!^)i", "y").replaceFirst("a$", "ah");
    return other.equals(name) ? name + "h" : other;
  }

  private static Map<String, String> toConfirm(JsonPath found) {
    List<Map<String, Object>> rows =
        found.getList("findings.findAll { it.result == 'to_confirm' }");
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> (String) row.get("written"),
                row ->
                    (String)
                        ((Map<?, ?>) ((List<?>) row.get("candidates")).getFirst()).get("name")));
  }

  /** Names of the villages of a commune, without the row that repeats its seat as the commune. */
  private static List<String> names(List<CSVRecord> places, String commune) {
    return places.stream()
        .filter(row -> row.get("admin3_pcode").equals(commune))
        .filter(row -> !row.get("pcode").endsWith("000"))
        .map(row -> row.get("name"))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Names of a commune that no other commune of its cercle has. */
  private static List<String> only(List<CSVRecord> places, String commune) {
    var others = new ArrayList<String>();
    places.stream()
        .filter(row -> row.get("admin2_pcode").equals(commune.substring(0, 6)))
        .filter(row -> !row.get("admin3_pcode").equals(commune))
        .forEach(row -> others.add(row.get("name")));
    return names(places, commune).stream().filter(name -> !others.contains(name)).toList();
  }

  private static JsonPath check(List<String> names, String unit, String day) {
    String quoted =
        names.stream()
            .map(name -> '"' + name.replace("\"", "\\\"") + '"')
            .collect(Collectors.joining(",", "[", "]"));
    return as(OURS)
        .body("{\"names\":%s,\"unit\":\"%s\",\"asOf\":\"%s\"}".formatted(quoted, unit, day))
        .post("/cases/v1/coverage-checks")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static List<CSVRecord> imported() throws IOException {
    if (!places.isEmpty()) {
      return places;
    }
    as(Tokens.administrator("ngo-a"))
        .contentType("text/csv; charset=UTF-8")
        .body(Files.readAllBytes(PLACES))
        .post("/cases/v1/gazetteer/imports")
        .then()
        .statusCode(201);
    try (var reader = Files.newBufferedReader(PLACES)) {
      places =
          CSVFormat.DEFAULT
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .get()
              .parse(reader)
              .getRecords();
      return places;
    }
  }
}
