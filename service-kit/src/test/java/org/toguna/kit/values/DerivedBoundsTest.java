package org.toguna.kit.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.toguna.kit.http.MergePatch;

/** Bounds follow the expression that they were derived from; those that were stated stay. */
class DerivedBoundsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void derivedBoundsAreThoseOfTheNewExpression() {
    assertThat(
            patched(day("2020-01-05", "2020-01-05", "2020-01-05"), "{'since':{'edtf':'2020-01'}}"))
        .isEqualTo(date("2020-01", "2020-01-01", "2020-01-31"));
    assertThat(
            patched(day("2020-01", "2020-01-01", "2020-01-31"), "{'since':{'edtf':'2020-01-05~'}}"))
        .isEqualTo(date("2020-01-05~", "2020-01-05", "2020-01-05"));
    assertThat(
            patched(day("2020/2021", "2020-01-01", "2021-12-31"), "{'since':{'edtf':'2020/..'}}"))
        .isEqualTo(date("2020/..", "2020-01-01", null));
    assertThat(
            patched(day("[2020,2022]", "2020-01-01", "2022-12-31"), "{'since':{'edtf':'{2021}'}}"))
        .isEqualTo(date("{2021}", "2021-01-01", "2021-12-31"));
  }

  @Test
  void statedBoundsStayAndAContradictionIsStillOne() {
    // Wider at its end than the expression says: that end was stated.
    UncertainDate kept =
        patched(day("2020-01-05", "2020-01-05", "2020-03-01"), "{'since':{'edtf':'2020-01'}}");
    assertThat(kept).isEqualTo(date("2020-01", "2020-01-01", "2020-03-01"));
    UncertainDate contradicted =
        patched(day("2020-01-05", "2020-01-05", "2020-03-01"), "{'since':{'edtf':'2020-05'}}");
    assertThat(contradicted.to()).isEqualTo("2020-03-01");
    assertThat(contradicted.flaws(JsonPointer.empty())).isNotEmpty();
  }

  @Test
  void boundsThatAPatchStatesAreTakenAsTheyAre() {
    UncertainDate stated =
        patched(
            day("2020-01-05", "2020-01-05", "2020-01-05"),
            "{'since':{'edtf':'2020-01','from':'2020-01-05'}}");
    assertThat(stated.from()).isEqualTo("2020-01-05");
    assertThat(stated.flaws(JsonPointer.empty()))
        .extracting(Flaw::code)
        .containsExactly("bounds-disagree");
  }

  @Test
  void withoutItsExpressionNothingIsLeftOfWhatItSaid() {
    assertThat(
            patched(
                day("2020-01-05", "2020-01-05", "2020-01-05"),
                "{'since':{'edtf':null,'asStated':'late last year'}}"))
        .isEqualTo(UncertainDate.words("late last year"));
  }

  @Test
  void whatComesBackInAnArrayFollowsAsWell() throws JsonProcessingException {
    String told = "{'code':'%s','when':{'edtf':'%s','from':'%s','to':'%s','basis':'stated'}}";
    JsonNode present =
        json(
            "{'stages':["
                + told.formatted("contact_made", "2020-01-05", "2020-01-05", "2020-01-05")
                + ","
                + told.formatted("meeting", "2020-02-05", "2020-02-05", "2020-02-10")
                + "]}");
    JsonNode sent =
        json(
            "{'stages':[{'code':'trigger'},"
                + told.formatted("contact_made", "2020-01", "2020-01-05", "2020-01-05")
                + ","
                + told.formatted("meeting", "2020-02", "2020-02-05", "2020-02-10")
                + "]}");
    JsonNode next = MergePatch.apply(present, DerivedBounds.follow(present, sent));

    assertThat(next.at("/stages/1/when").has("from")).isFalse();
    assertThat(next.at("/stages/1/when").has("to")).isFalse();
    assertThat(next.at("/stages/2/when").has("from")).isFalse();
    assertThat(next.at("/stages/2/when/to").asText()).isEqualTo("2020-02-10");
  }

  @Test
  void readingsAreKeptAsStated() throws JsonProcessingException {
    JsonNode present =
        json(
            "{'readings':[{'value':{'edtf':'2020-01-05','from':'2020-01-05','to':'2020-01-05'}}]}");
    JsonNode sent =
        json("{'readings':[{'value':{'edtf':'2020-01','from':'2020-01-05','to':'2020-01-05'}}]}");
    assertThat(DerivedBounds.follow(present, sent)).isEqualTo(sent);
  }

  /** From any expression to any other: the bounds are those that the new one derives by itself. */
  @Test
  void whateverReplacesWhatTheBoundsAreItsOwn() {
    var random = new Random(21);
    for (int i = 0; i < 2_000; i++) {
      UncertainDate before = UncertainDate.of(expression(random));
      String next = expression(random);
      var present = JSON.createObjectNode();
      present.set("since", JSON.valueToTree(before));
      var patch = JSON.createObjectNode();
      patch.putObject("since").put("edtf", next);

      assertThat(patched(present, patch))
          .as(before + " to " + next)
          .isEqualTo(UncertainDate.of(next));
    }
  }

  private static String expression(Random random) {
    var day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4_000));
    String one = cut(day, random) + List.of("", "~", "?", "%").get(random.nextInt(4));
    String other = cut(day.plusYears(2), random);
    return switch (random.nextInt(6)) {
      case 0 -> one + "/" + other;
      case 1 -> one + "/..";
      case 2 -> "../" + other;
      case 3 -> "[" + cut(day, random) + "," + other + "]";
      default -> one;
    };
  }

  private static String cut(LocalDate day, Random random) {
    return day.toString().substring(0, List.of(4, 7, 10).get(random.nextInt(3)));
  }

  private static UncertainDate date(String edtf, String from, String to) {
    return new UncertainDate(edtf, from, to, null, null, null, null);
  }

  private static ObjectNode day(String edtf, String from, String to) {
    var present = JSON.createObjectNode();
    present
        .putObject("since")
        .put("edtf", edtf)
        .put("from", from)
        .put("to", to)
        .put("basis", "stated");
    return present;
  }

  private static UncertainDate patched(JsonNode present, String patch) {
    try {
      return patched(present, json(patch));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static UncertainDate patched(JsonNode present, JsonNode patch) {
    try {
      return JSON.treeToValue(
          MergePatch.apply(present, DerivedBounds.follow(present, patch)).path("since"),
          UncertainDate.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }
}
