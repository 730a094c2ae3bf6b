package org.toguna.kit.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTest {

  private static final JsonPointer AT = JsonPointer.compile("/readings/0");
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void anImpossibleStatementIsKeptAsStated() throws JsonProcessingException {
    Reading impossible =
        json.readValue(
            """
            {"field":"/deaths","value":{"low":9,"high":2},"status":"issue",
             "reason":"low above high","citations":[0]}""",
            Reading.class);

    assertThat(impossible.flaws(AT)).isEmpty();
    assertThat(impossible.value()).isEqualTo(json.readTree("{\"low\":9,\"high\":2}"));
    assertThat(json.readTree(json.writeValueAsString(impossible)).path("value"))
        .isEqualTo(impossible.value());
  }

  @ParameterizedTest(name = "{0} has the flaws {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                      | field not-a-pointer; value required; status required",
        "{'field':'since','value':1,'status':'conflict'}         | field not-a-pointer",
        "{'field':'/since','value':null,'status':'conflict'}     | value required",
        "{'field':'/since','value':1,'status':'issue'}           | reason required",
        "{'field':'/since','value':1,'status':'work_needed'}     | ",
        "{'field':'/since','value':1,'status':'conflict','citations':null} | ",
      })
  void isCheckedMemberByMember(String text, String flaws) throws JsonProcessingException {
    assertThat(json.readValue(text.replace('\'', '"'), Reading.class).flaws(AT))
        .extracting(flaw -> flaw.pointer().substring("/readings/0/".length()) + " " + flaw.code())
        .containsExactly(flaws == null ? new String[0] : flaws.split("; "));
  }

  @Test
  void isNotEndless() {
    Reading wordy =
        new Reading(
            "/since",
            new TextNode("x".repeat(4000)),
            ReadingStatus.conflict,
            "x".repeat(1001),
            java.util.Collections.nCopies(51, 0));

    assertThat(wordy.flaws(AT))
        .extracting(Flaw::pointer)
        .containsExactly("/readings/0/value", "/readings/0/reason", "/readings/0/citations");
  }

  @Test
  void onlyOneReadingOfAFieldIsAccepted() {
    List<Reading> twice =
        List.of(accepted("/since", 1), accepted("/until", 1), accepted("/since", 2));

    assertThat(Readings.flaws(twice, 0))
        .extracting(flaw -> flaw.pointer() + " " + flaw.code())
        .containsExactly("/readings/2/status accepted-twice");
  }

  @Test
  void whyOneWasPreferredMustBeSaidOnceThereAreSeveral() {
    Reading silent = new Reading("/since", new IntNode(1), ReadingStatus.accepted, " ", List.of());
    Reading other = new Reading("/since", new IntNode(2), ReadingStatus.conflict, null, List.of());

    assertThat(Readings.flaws(List.of(silent), 0)).isEmpty();
    assertThat(Readings.flaws(List.of(silent, other), 0))
        .extracting(flaw -> flaw.pointer() + " " + flaw.code())
        .containsExactly("/readings/0/reason required");
  }

  @Test
  void citationsAreThoseOfTheRecord() {
    Reading reading =
        new Reading("/since", new IntNode(1), ReadingStatus.conflict, null, List.of(0, 2));
    Reading before =
        new Reading("/since", new IntNode(1), ReadingStatus.conflict, null, List.of(-1));

    assertThat(Readings.flaws(List.of(reading), 3)).isEmpty();
    assertThat(Readings.flaws(List.of(reading), 2))
        .extracting(Flaw::pointer)
        .containsExactly("/readings/0/citations");
    assertThat(Readings.flaws(List.of(before), 2)).hasSize(1);
  }

  @Test
  void acceptingAnotherKeepsTheFirst() {
    Reading other = new Reading("/since", new IntNode(2), ReadingStatus.conflict, null, List.of(1));
    List<Reading> before = List.of(accepted("/since", 1), accepted("/until", 9), other);

    List<Reading> after = Readings.accept(before, 2, "nearer to the place");

    assertThat(after).extracting(Reading::value).containsExactly(value(1), value(9), value(2));
    assertThat(after)
        .extracting(Reading::status)
        .containsExactly(ReadingStatus.conflict, ReadingStatus.accepted, ReadingStatus.accepted);
    assertThat(after.get(0).reason()).isEqualTo("first told");
    assertThat(after.get(2).reason()).isEqualTo("nearer to the place");
    assertThat(after.get(2).citations()).containsExactly(1);
    assertThat(Readings.flaws(after, 2)).isEmpty();
  }

  @Test
  void anUnknownStatusIsRefusedInPlainWords() {
    assertThatThrownBy(() -> json.readValue("\"maybe\"", ReadingStatus.class))
        .hasMessageContaining("work_needed or issue");
  }

  private static Reading accepted(String field, int value) {
    return new Reading(field, value(value), ReadingStatus.accepted, "first told", List.of());
  }

  private static JsonNode value(int value) {
    return new IntNode(value);
  }

  @Test
  void aReadingThatWasGivenIsNeverDroppedAndNoneIsAcceptedWithoutAReason() {
    Reading one = reading(1, ReadingStatus.conflict, "a trader");
    Reading other = reading(2, ReadingStatus.work_needed, null);
    Reading accepted = reading(2, ReadingStatus.accepted, null);

    assertThat(codes(List.of(one, other), List.of(other), "why"))
        .containsExactly("reading-dropped");
    assertThat(codes(List.of(one, other), List.of(one, accepted), null))
        .containsExactly("required");
    assertThat(codes(List.of(one, other), List.of(one, accepted), " ")).containsExactly("required");
    assertThat(codes(List.of(one, other), List.of(one, accepted), "why")).isEmpty();
    assertThat(codes(List.of(accepted), List.of(accepted, one), null)).isEmpty();
    assertThat(codes(List.of(), List.of(reading(3, ReadingStatus.accepted, "said")), null))
        .isEmpty();
  }

  @Test
  void readingsAreOpenUntilOneOfTheirFieldIsAccepted() {
    Reading elsewhere =
        new Reading("/until", IntNode.valueOf(1), ReadingStatus.issue, "odd", List.of());
    assertThat(
            Readings.open(
                List.of(
                    reading(1, ReadingStatus.conflict, null),
                    reading(2, ReadingStatus.accepted, "why"),
                    elsewhere)))
        .containsExactly(2);
    assertThat(Readings.open(List.of(reading(1, ReadingStatus.conflict, null)))).containsExactly(0);
  }

  private static List<String> codes(List<Reading> before, List<Reading> after, String why) {
    return Readings.flawsOfChange(before, after, why).stream().map(Flaw::code).toList();
  }

  private static Reading reading(int value, ReadingStatus status, String reason) {
    return new Reading("/since", IntNode.valueOf(value), status, reason, List.of());
  }
}
