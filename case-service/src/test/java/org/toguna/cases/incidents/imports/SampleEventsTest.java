package org.toguna.cases.incidents.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.toguna.cases.incidents.Incidents.ended;
import static org.toguna.cases.incidents.Incidents.kept;
import static org.toguna.cases.incidents.Incidents.rows;
import static org.toguna.cases.incidents.Incidents.taken;
import static org.toguna.cases.incidents.Incidents.total;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.toguna.cases.incidents.Incidents;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** The events of three countries as UCDP published them, faults included. */
@QuarkusTest
@TestProfile(RegistryOfItsOwn.class)
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class SampleEventsTest {
  private static final Path DATA = Path.of("..", "..", "shared", "data");
  private static final Path EVENTS = DATA.resolve("sample/events/ged_sahel_1989_2021.csv");
  private static final Path UNITS = DATA.resolve("reference/places/admin_pcodes_mli_bfa_ner.csv");

  @Test
  void allAreTakenInOnceAndTakenBack() throws IOException {
    assumeThat(EVENTS).exists();
    assumeThat(UNITS).exists();
    Incidents.loadPlaces(Files.readString(UNITS));
    var author = Tokens.reviewer("ngo-sample");
    String csv = Files.readString(EVENTS);

    JsonPath job = taken(author, csv, "edition=24.1");
    System.out.printf(
        "SampleEventsTest: %s events a second, load %.1f on %d processors%n",
        job.get("rate"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors());

    assertThat(job.getInt("outcomes.created")).isEqualTo(2_465);
    assertThat(job.getInt("outcomes.rejected")).isZero();
    assertThat(kept(author)).isEqualTo(2_465);
    assertThat(total(author, "place=BF")).isEqualTo(673);
    assertThat(total(author, "place=NE")).isEqualTo(399);
    assertThat(total(author, "type=attack_on_civilians")).isEqualTo(793);
    Map<String, Integer> flags = flags(author, job);
    assertThat(flags).containsEntry("figures_in_conflict", 28);

    // Words that few hold are looked up, words that more hold than 2,000 are met on the way.
    assertThat(listed(author, "q=JNIM")).hasSize((int) total(author, "q=JNIM"));
    assertThat(listed(author, "q=JNIM OR of OR civilians"))
        .hasSizeGreaterThan(2_000)
        .hasSize((int) total(author, "q=JNIM OR of OR civilians"))
        .containsAll(listed(author, "q=JNIM&place=BF"))
        .doesNotHaveDuplicates();

    JsonPath again = taken(author, csv, "edition=24.1");
    assertThat(again.getInt("outcomes.unchanged")).isEqualTo(2_465);

    Incidents.as(author)
        .put("/cases/v1/incident-imports/{id}/undo", job.getString("id"))
        .then()
        .statusCode(202);
    JsonPath undone = ended(author, job.getString("id"));
    assertThat(undone.getInt("outcomes.undone")).isEqualTo(2_465);
    assertThat(kept(author)).isZero();
  }

  /** The ids of all pages, which must come in the order of all lists. */
  private static List<String> listed(Tokens author, String query) {
    var ids = new ArrayList<String>();
    var days = new ArrayList<String>();
    @Nullable String cursor = null;
    do {
      JsonPath page =
          Incidents.as(author)
              .get(
                  "/cases/v1/incidents?limit=300&"
                      + query
                      + (cursor == null ? "" : "&cursor=" + cursor))
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      ids.addAll(page.getList("items.id"));
      days.addAll(page.getList("items.when.from"));
      cursor = page.getString("next");
    } while (cursor != null);
    assertThat(days).isSortedAccordingTo(Comparator.reverseOrder());
    return ids;
  }

  private static Map<String, Integer> flags(Tokens author, JsonPath job) {
    var flags = new TreeMap<String, Integer>();
    rows(author, job.getString("id"), "flagged=true")
        .<List<String>>getList("items.flags")
        .forEach(row -> row.forEach(flag -> flags.merge(flag, 1, Integer::sum)));
    return flags;
  }
}
