package org.toguna.cases.precedents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.cases.precedents.InventedCase.span;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How alike two things are, one rule after the other; what is not told is never a difference. */
class LikenessTest {

  @Test
  void whatOneOfBothDoesNotTellIsNotCompared() {
    assertThat(likeness(Feature.LEVER, Set.of("kinship"), Set.of())).isNull();
    assertThat(likeness(Feature.LEVER, Set.of(), Set.of("kinship"))).isNull();
    assertThat(likeness(Feature.LEVER, Set.of("kinship"), Set.of("trade"))).isZero();
  }

  @Test
  void unknownAndOtherAreNoValuesThatTwoCasesShare() {
    Situation one =
        InventedCase.number(1)
            .says("type:other", "level:unknown")
            .and("contact", "lever:unknown", "lever:other")
            .and("crisis", "type:siege", "status:unclear", "cause:unknown")
            .and("permission", "status:granted", "order:unknown")
            .and("term", "term:other:rule:agreed")
            .situation();

    assertThat(one.codes().keySet()).containsExactly(Feature.TRIGGER);
    assertThat(Comparison.of(one, one).coverage()).isEqualTo(1_000);
  }

  @Test
  void ofWhatIsAskedTheShareThatIsThereCountsAndWhatIsMoreHardlyDoes() {
    assertThat(likeness(Feature.LEVER, Set.of("kinship", "trade"), Set.of("trade"))).isEqualTo(500);
    assertThat(likeness(Feature.LEVER, Set.of("trade"), Set.of("kinship", "trade"))).isEqualTo(909);
    assertThat(likeness(Feature.TRIGGER, Set.of("siege"), Set.of("blockade"))).isEqualTo(500);
    assertThat(likeness(Feature.LEVEL, Set.of("village"), Set.of("multi_village"))).isEqualTo(750);
    assertThat(likeness(Feature.LEVEL, Set.of("village"), Set.of("cross_border"))).isZero();
  }

  @Test
  void aTermIsItsIssueAndHalfOfItIfItWentAnotherWay() {
    Set<String> demanded = Set.of("taxation:rule:demanded");
    assertThat(likeness(Feature.TERMS, demanded, Set.of("taxation:rule:imposed"))).isEqualTo(500);
    assertThat(likeness(Feature.TERMS, demanded, Set.of("taxation:rule:-"))).isEqualTo(1_000);
    assertThat(likeness(Feature.TERMS, demanded, Set.of("schools:rule:demanded"))).isZero();
  }

  @Test
  void whoWasAskedFirstIsKnownOnlyIfTheDaysLeaveNoDoubt() {
    assertThat(firstOf("2021-06-01", "2021-06-30", "2021-07-01", "2021-07-31"))
        .containsExactly("actor:chief", "side:community");
    assertThat(firstOf("2021-06-01", "2021-07-01", "2021-07-01", "2021-07-31")).isEmpty();
    assertThat(firstOf("2021-06-01", null, "2021-07-01", "2021-07-31")).isEmpty();
    assertThat(
            InventedCase.number(1)
                .says("side:chief=community", "side:chief=state")
                .and("permission", "status:granted", "grantor:chief")
                .and("permission", "status:not_asked", "grantor:prefect")
                .situation()
                .of(Feature.ASKED_FIRST))
        .containsExactly("actor:chief");
  }

  private static Set<String> firstOf(
      @Nullable String from, @Nullable String to, String otherFrom, String otherTo) {
    InventedCase one = InventedCase.number(1).says("side:chief=community");
    one.and("permission", codes("chief", from, to));
    one.and("permission", codes("prefect", otherFrom, otherTo));
    return one.situation().of(Feature.ASKED_FIRST);
  }

  private static String[] codes(String grantor, @Nullable String from, @Nullable String to) {
    return Arrays.stream(
            new @Nullable String[] {
              "status:granted",
              "grantor:" + grantor,
              from == null ? null : "asked_from:" + from,
              to == null ? null : "asked_to:" + to
            })
        .filter(code -> code != null)
        .toArray(String[]::new);
  }

  @Test
  void twoActorsAskedFirstDifferBySideAndNotByNameAlone() {
    Set<String> chief = Set.of("actor:chief", "side:community");
    assertThat(likeness(Feature.ASKED_FIRST, chief, Set.of("actor:elder", "side:community")))
        .isEqualTo(1_000);
    assertThat(likeness(Feature.ASKED_FIRST, chief, Set.of("side:state"))).isZero();
    assertThat(likeness(Feature.ASKED_FIRST, chief, Set.of("actor:elder"))).isNull();
    assertThat(likeness(Feature.ASKED_FIRST, chief, Set.of("actor:chief"))).isEqualTo(1_000);
  }

  @Test
  void placesAreAsAlikeAsTheUnitThatTheyShare() {
    assertThat(places(at("ML", "05", "0503", "050301", "a"), at("ML", "05", "0503", "050301", "a")))
        .isEqualTo(1_000);
    assertThat(places(at("ML", "05", "0503", "050301", "a"), at("ML", "05", "0503", "050301", "b")))
        .isEqualTo(800);
    assertThat(places(at("ML", "05", "0503", "050301", "a"), at("ML", "05", "0504")))
        .isEqualTo(400);
    assertThat(at("ML").isTold()).isFalse();
  }

  @Test
  void aPlaceThatIsShownCoarselyMayBeTheVeryPlace() {
    Where village = at("ML", "05", "0503", "050301", "a");
    assertThat(places(village, at("ML", "05", "0503"))).isEqualTo(800);
    assertThat(places(village, at("ML", "05"))).isEqualTo(700);
    assertThat(places(at("ML", "05"), at("ML", "05"))).isEqualTo(700);
  }

  @Test
  void neighboursOnTwoSidesOfABorderAreCloseByDistance() {
    Where here = new Where(at("ML", "05", "0503", "050301", "a").path(), 14.0, -3.0);
    Where near = new Where(at("ML", "06", "0601", "060101", "b").path(), 14.1, -3.0);
    Where far = new Where(at("ML", "06", "0601", "060101", "c").path(), 17.0, -3.0);
    assertThat(places(here, near)).isEqualTo(756);
    assertThat(places(here, far)).isEqualTo(200);
    // A cercle's middle is no village: its distance counts no more than a region in common.
    assertThat(places(here, new Where(at("ML", "06", "0601").path(), 14.1, -3.0))).isEqualTo(378);
  }

  @Test
  void periodsAreAsAlikeAsTheyAreCloseAndAnOpenEndIsNoEnd() {
    assertThat(span("2021-01-01", "2021-06-30").likenessTo(span("2021-06-01", "2022-01-01")))
        .isEqualTo(1_000);
    assertThat(span("2020-01-01", "2020-12-31").likenessTo(span("2025-12-30", "2026-01-01")))
        .isEqualTo(500);
    assertThat(span("2020-01-01", null).likenessTo(span("2025-01-01", "2026-01-01")))
        .isEqualTo(750);
    assertThat(span("2025-01-01", null).likenessTo(span("2020-01-01", "2020-01-02")))
        .isEqualTo(500);
    assertThat(span("2020-01-01", null).and(span("2021-01-01", "2021-02-01")))
        .isEqualTo(span("2020-01-01", null));
  }

  private static Where at(String... units) {
    return new Where(Arrays.asList(Arrays.copyOf(units, 5)), null, null);
  }

  private static int places(Where one, Where other) {
    assertThat(one.likenessTo(other)).isEqualTo(other.likenessTo(one));
    return one.likenessTo(other).orElseThrow();
  }

  private static @Nullable Integer likeness(Feature feature, Set<String> asked, Set<String> other) {
    var likeness =
        Likeness.of(
            feature,
            Situation.of(Map.of(feature, asked), null, null),
            Situation.of(Map.of(feature, other), null, null));
    return likeness.isPresent() ? likeness.getAsInt() : null;
  }
}
