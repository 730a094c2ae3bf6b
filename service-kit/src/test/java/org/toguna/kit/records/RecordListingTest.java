package org.toguna.kit.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
            Undated.FALSE,
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

    assertThat(lookups(query(across, null)))
        .hasSize(4)
        .allSatisfy(
            lookup ->
                assertThat(lookup)
                    .contains(
                        "v.class = h.class",
                        "v.cell_eighth = ?::int",
                        "v.lat between ?::float8 and ?::float8 and v.lon",
                        "order by v.sort_date desc, v.record_id desc limit 51"));
    assertThat(lookups(query(across, LAST))).hasSize(6);
    assertThat(RecordListing.total(query(across, null)).sql().split("count\\(\\*\\)")).hasSize(3);
  }

  @Test
  void aBoxOfManyCellsIsReadInOneBranch() {
    var world = new BoundingBox(-180, -90, 180, 90);

    assertThat(lookups(query(world, null)))
        .hasSize(2)
        .allSatisfy(
            lookup ->
                assertThat(lookup)
                    .contains(
                        "cross join unnest(?::int[]) c (cell) cross join lateral",
                        "v.class = h.class",
                        "v.cell_eight = c.cell",
                        "limit 51) x where"));
    assertThat(RecordListing.total(query(world, null)).sql())
        .contains("v.class = h.class", "v.cell_eight = any (?::int[])");
  }

  @Test
  void aPeriodBeginsAtItsEndAndWhatHasNoFirstDayIsLookedForApart() {
    assertThat(lookups(query(null, LAST)))
        .hasSize(4)
        .satisfies(
            lookups -> {
              assertThat(lookups.get(0)).contains("v.sort_date <= ?::date");
              assertThat(lookups.get(1)).contains("v.sort_date > ?::date", "v.date_from is null");
            });
    assertThat(lookups(query(null, null)))
        .hasSize(2)
        .noneMatch(lookup -> lookup.contains("v.sort_date <= ?"));
  }

  @Test
  void ofBlurredViewsNoneIsLookedAtBehindTheEndOfThePageThatFullOnesMake() {
    assertThat(lookups(query("ML05", 1, null, null, null, null)))
        .hasSize(4)
        .satisfiesExactly(
            full -> assertThat(full).contains("where h.class > 0").doesNotContain("page_end"),
            further -> assertThat(further).contains("where h.class > 0"),
            blurred ->
                assertThat(blurred)
                    .contains("where h.class < 0", "(v.sort_date, v.record_id) >= (e.sort_date, e.record_id)"),
            furtherBlurred ->
                assertThat(furtherBlurred)
                    .contains("where h.class < 0", "(a.sort_date, a.record_id) >= (e.sort_date, e.record_id)"));
  }

  @Test
  void wordsOfFewAreLookedUpAndThoseOfManyMetOnTheWay() {
    String page = RecordListing.page(words("ML05", 1, null)).sql();

    assertThat(page)
        .contains("asked_within(class, asked.words)")
        .contains("f.search @@ h.words and f.kind", "limit 2001)")
        .contains("(select count(*) from few) <= 2000", "v.unit1 = ?::text or v.other_units");
    assertThat(lookups(words("ML05", 1, null)))
        .hasSize(4)
        .allSatisfy(
            lookup ->
                assertThat(lookup).contains("(select count(*) from few) > 2000", "(v.search @@ h.words) is true"));
  }

  @Test
  void ofACercleFewOfAnActorAreLookedUpAndManyMetOnTheWay() {
    assertThat(RecordListing.page(actor("ML0507", 2, null)).sql())
        .contains("f.class = h.class and f.about = ?::text", "limit 201)");
    assertThat(lookups(actor("ML0507", 2, null)).getFirst())
        .contains("v.unit2 = ?::text", "v.actors @>", "from few) > 200");
    assertThat(RecordListing.page(actor("ML050731", 3, null)).sql()).doesNotContain("few");
  }

  @Test
  void whatAnActorDidInARegionIsReadByTheActor() {
    RecordQuery query = actor("ML05", 1, LAST);

    assertThat(RecordListing.page(query).sql()).doesNotContain("few");
    // Nothing that is later than the period is walked.
    assertThat(lookups(query))
        .hasSize(4)
        .satisfies(
            lookups -> {
              assertThat(lookups.get(0))
                  .contains("from record_about a", "a.sort_date <= ?::date", "a.class = h.class")
                  .contains("v.unit1 = ?::text or v.other_units");
              assertThat(lookups.get(1))
                  .contains("v.sort_date > ?::date", "v.date_from is null", "v.actors @>")
                  .contains("v.unit1 = ?::text or v.other_units")
                  .doesNotContain("record_about");
            });
  }

  @Test
  void aSmallBoxIsReadByItsCellsWhateverUnitStandsBesideIt() {
    assertThat(lookups(query("ML", 0, BOX, null, null, null)))
        .hasSize(2)
        .allSatisfy(
            lookup ->
                assertThat(lookup)
                    .contains("v.cell_eighth = ?::int", "v.unit0 = ?::text or v.other_units"));
  }

  /** What is looked up within each class: of full views first, and then of blurred ones. */
  private static List<String> lookups(RecordQuery query) {
    String[] parts = RecordListing.page(query).sql().split("select x\\.\\* from held h ");
    return List.of(parts).subList(1, parts.length);
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

  @Test
  void whatNobodyCanDateMatchesNoPeriodUnlessItIsAskedFor() {
    RecordQuery period = query(BOX, LAST);
    assertThat(period.leavesUndatedOut()).isTrue();
    assertThat(RecordListing.page(period).sql()).contains("v.sort_date > ?::date");
    assertThat(RecordListing.total(period).sql()).contains("v.sort_date > ?::date");
    assertThat(RecordListing.page(period.leftOut()).sql())
        .contains("v.sort_date = ?::date")
        .doesNotContain("v.date_to");
    assertThat(
            RecordListing.page(query(null, 0, null, LAST, UUID.randomUUID(), null).leftOut()).sql())
        .as("of an actor, without walking what is dated")
        .contains("a.sort_date = ?::date");
    assertThat(RecordQuery.all("incident", 50).leavesUndatedOut()).isFalse();
    assertThat(RecordListing.page(RecordQuery.all("incident", 50)).sql())
        .doesNotContain("v.sort_date >");
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
        Undated.FALSE,
        actor,
        null,
        null,
        words,
        null,
        50);
  }
}
