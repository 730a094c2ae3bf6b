package org.toguna.kit.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.records.RecordQuery.After;
import org.toguna.kit.records.RecordQuery.BoundingBox;

/** What a list asks the database, as far as it decides how much is walked for an answer. */
class RecordListingTest {
  private static final LocalDate LAST = LocalDate.of(2015, 6, 30);
  private static final BoundingBox BOX = new BoundingBox(-8.1, 13.1, -8.0000001, 13.12);

  @Test
  void everyQuestionMarkHasItsValue() {
    var everything =
        new RecordQuery(
            "incident",
            "raid",
            "flagged",
            "none",
            "GREEN",
            "ML0507",
            2,
            BOX,
            LAST.minusYears(1),
            LAST,
            UUID.randomUUID(),
            UUID.randomUUID(),
            Instant.EPOCH,
            "words",
            new After(LAST, UUID.randomUUID()),
            50);
    for (SqlParts parts :
        new SqlParts[] {
          RecordListing.page(query(BOX, LAST)),
          RecordListing.page(everything),
          RecordListing.total(everything),
          RecordListing.page(RecordQuery.all("incident", 50)),
          RecordListing.total(RecordQuery.all("incident", 50))
        }) {
      assertThat(parts.sql().chars().filter(each -> each == '?').count())
          .as(parts.sql())
          .isEqualTo(parts.parameters().size());
    }
  }

  @Test
  void aBoxIsReadCellByCellAndNoMoreOfEachThanThePageTakes() {
    var across = new BoundingBox(-8.1, 13.1, -7.99, 13.12);
    String[] branches = RecordListing.page(query(across, null)).sql().split(" union all ");

    assertThat(branches)
        .hasSize(2)
        .allSatisfy(
            branch ->
                assertThat(branch)
                    .contains(
                        "v.cell_eighth = ?::int",
                        "v.lat between ?::float8 and ?::float8 and v.lon",
                        "order by v.sort_date desc, v.record_id desc limit 51"));
    assertThat(RecordListing.page(query(across, LAST)).sql().split(" union all ")).hasSize(3);
    assertThat(RecordListing.total(query(across, null)).sql().split("count\\(\\*\\)")).hasSize(3);
  }

  @Test
  void aBoxOfManyCellsIsReadInOneBranch() {
    var world = new BoundingBox(-180, -90, 180, 90);

    assertThat(RecordListing.page(query(world, null)).sql())
        .contains(
            "from unnest(?::int[]) c (cell) cross join lateral",
            "v.cell_eight = c.cell",
            "limit 51) v order by v.sort_date desc, v.record_id desc limit 51")
        .doesNotContain("union all");
    assertThat(RecordListing.total(query(world, null)).sql())
        .contains("v.cell_eight = any (?::int[])");
  }

  @Test
  void aPeriodBeginsAtItsEndAndWhatHasNoFirstDayIsLookedForApart() {
    SqlParts page = RecordListing.page(query(null, LAST));

    assertThat(page.sql().split(" union all "))
        .hasSize(2)
        .satisfies(
            branches -> {
              assertThat(branches[0]).contains("v.sort_date <= ?::date");
              assertThat(branches[1]).contains("v.sort_date > ?::date", "v.date_from is null");
            });
    assertThat(RecordListing.page(query(null, null)).sql())
        .doesNotContain("union all", "v.sort_date <= ?");
  }

  @Test
  void wordsOfFewAreLookedUpAndThoseOfManyMetOnTheWay() {
    String[] branches = RecordListing.page(words("ML05", 1, null)).sql().split(" union all ");

    assertThat(branches).hasSize(3);
    assertThat(branches[0])
        .startsWith("with few as materialized")
        .contains("f.search @@", "limit 2001)", "(select count(*) from few) <= 2000")
        .contains("v.unit1 = ?::text or v.other_units");
    assertThat(branches[1]).contains("v.unit1 = ?::text", "(select count(*) from few) > 2000");
    assertThat(branches[2]).contains("from record_about a", "(select count(*) from few) > 2000");
  }

  @Test
  void ofACercleFewOfAnActorAreLookedUpAndManyMetOnTheWay() {
    String[] branches = RecordListing.page(actor("ML0507", 2, null)).sql().split(" union all ");

    assertThat(branches).hasSize(3);
    assertThat(branches[0]).contains("f.about = ?::text", "limit 201)");
    assertThat(branches[1]).contains("v.unit2 = ?::text", "v.actors @>", "from few) > 200");
    assertThat(RecordListing.page(actor("ML050731", 3, null)).sql()).doesNotContain("few");
  }

  @Test
  void whatAnActorDidInARegionIsReadByTheActor() {
    String page = RecordListing.page(actor("ML05", 1, LAST)).sql();

    assertThat(page)
        .doesNotContain("few")
        .contains("from record_about a", "v.unit1 = ?::text or v.other_units");
    // Nothing that is later than the period is walked.
    assertThat(page.split(" union all "))
        .hasSize(2)
        .satisfiesExactly(
            begun -> assertThat(begun).contains("a.sort_date <= ?::date"),
            unknown ->
                assertThat(unknown)
                    .contains("v.sort_date > ?::date", "v.date_from is null", "v.actors @>")
                    .contains("v.unit1 = ?::text or v.other_units")
                    .doesNotContain("record_about"));
  }

  @Test
  void aSmallBoxIsReadByItsCellsWhateverUnitStandsBesideIt() {
    var both = query("ML", 0, BOX, null, null, null);

    assertThat(RecordListing.page(both).sql())
        .contains("v.cell_eighth = ?::int", "v.unit0 = ?::text or v.other_units")
        .doesNotContain("union all");
  }

  @Test
  void aKindIsAWordOfOurs() {
    assertThatThrownBy(() -> RecordListing.page(RecordQuery.all("x' or true", 5)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RecordQuery actor(String unit, int level, @Nullable LocalDate to) {
    return query(unit, level, null, to, UUID.randomUUID(), null);
  }

  private static RecordQuery words(String unit, int level, @Nullable UUID actor) {
    return query(unit, level, null, null, actor, "words");
  }

  private static RecordQuery query(@Nullable BoundingBox box, @Nullable LocalDate to) {
    return query(null, 0, box, to, null, null);
  }

  private static RecordQuery query(
      @Nullable String unit,
      int level,
      @Nullable BoundingBox box,
      @Nullable LocalDate to,
      @Nullable UUID actor,
      @Nullable String words) {
    return new RecordQuery(
        "incident",
        null,
        null,
        null,
        null,
        unit,
        level,
        box,
        null,
        to,
        actor,
        null,
        null,
        words,
        null,
        50);
  }
}
