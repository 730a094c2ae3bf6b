package org.toguna.kit.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatesTest {

  private final ObjectMapper json = new ObjectMapper();
  private final JsonNode crisis =
      read(
          """
          {"cause":null,"name":"Siege","asks":[],"ransom":{"currency":"XOF"},
           "harms":[{"type":"killing","count":{"high":80}},{"type":"abduction"}],"zero":0,"no":false}
          """);

  @ParameterizedTest(name = "{0} said to be {1} has the flaw {2}")
  @CsvSource({
    "/cause, unknown, ",
    "/cause, none, ",
    "/asks, none, ",
    "/absent, some, ",
    "/ransom/amount, some, ",
    "/harms/1/count, unknown, ",
    "/name, value, ",
    "/name, unknown, state-beside-value",
    "/zero, none, state-beside-value",
    "/no, unknown, state-beside-value",
    "/ransom, some, state-beside-value",
    "/harms, none, state-beside-value",
    "/harms/0/count/high, unknown, state-beside-value",
    "/cause, value, value-missing",
    "/asks, value, value-missing",
    "/cause, withheld, withheld-is-not-yours-to-say",
    "/name, withheld, withheld-is-not-yours-to-say",
    "cause, unknown, not-a-field",
    "'', unknown, not-a-field",
    "/a~2b, unknown, not-a-field",
    "/states, unknown, not-a-field",
    "/citations/0, unknown, not-a-field",
    "/readings, none, not-a-field",
    "/marking/tlp, unknown, not-a-field",
  })
  void aStateDoesNotContradictTheRecord(String field, ValueState state, String code) {
    assertThat(States.flaws(crisis, Map.of(field, state)))
        .extracting(Flaw::code)
        .containsExactly(code == null ? new String[0] : new String[] {code});
  }

  @Test
  void theFlawNamesTheStateByAnEscapedPointer() {
    assertThat(States.flaws(crisis, Map.of("/name", ValueState.none)))
        .extracting(Flaw::pointer)
        .containsExactly("/states/~1name");
  }

  @Test
  void ofNothingThereAreNoParts() {
    Map<String, ValueState> states =
        Map.of("/toll", ValueState.none, "/toll/amount", ValueState.some);

    assertThat(States.flaws(crisis, states))
        .extracting(Flaw::pointer, Flaw::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/states/~1toll~1amount", "part-of-nothing"));
  }

  @Test
  void statesAreSaidAndNotTooMany() {
    Map<String, ValueState> nothing = new HashMap<>();
    nothing.put("/cause", null);
    Map<String, ValueState> many = new HashMap<>();
    for (int i = 0; i <= 500; i++) {
      many.put("/f" + i, ValueState.unknown);
    }

    assertThat(States.flaws(crisis, nothing)).extracting(Flaw::code).containsExactly("no-state");
    assertThat(States.flaws(crisis, many)).extracting(Flaw::code).containsExactly("too-many");
    assertThat(States.flaws(crisis, null)).isEmpty();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "/name, value",
    "/zero, value",
    "/harms/0/count/high, value",
    "/cause, unknown",
    "/asks, none",
    "/nowhere, unknown",
    "/toll/amount, none",
    "/ransom/amount, some",
    "/identity/name/first, withheld",
    "/gift/size, unknown",
  })
  void silenceIsNeverNothing(String field, ValueState state) {
    Map<String, ValueState> states =
        Map.of(
            "/asks", ValueState.none,
            "/toll", ValueState.none,
            "/ransom/amount", ValueState.some,
            "/identity", ValueState.withheld,
            "/gift", ValueState.some);

    assertThat(States.at(crisis, states, JsonPointer.compile(field))).isEqualTo(state);
  }

  @Test
  void aValueSpeaksForItselfAndNeedsNoState() {
    assertThat(
            States.settled(
                Map.of("/z", ValueState.none, "/name", ValueState.value, "/a", ValueState.some)))
        .containsExactly(Map.entry("/a", ValueState.some), Map.entry("/z", ValueState.none));
    assertThat(States.settled(null)).isEmpty();
  }

  @Test
  void statesAreWrittenInJsonAsTheyAreCalled() throws JsonProcessingException {
    for (ValueState state : ValueState.values()) {
      assertThat(json.writeValueAsString(state)).isEqualTo('"' + state.name() + '"');
      assertThat(json.readValue('"' + state.name() + '"', ValueState.class)).isEqualTo(state);
    }
    assertThatThrownBy(() -> json.readValue("\"hidden\"", ValueState.class))
        .hasMessageContaining("unknown or withheld");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "/~", "/~2", "/a~", "/~x/b"})
  void whatIsNoPointerIsNotRead(String text) {
    assertThat(JsonPointers.read(text)).isEmpty();
  }

  @Test
  void aPointerIsNotEndless() {
    assertThat(JsonPointers.read("/a~0b~1c/0")).isPresent();
    assertThat(JsonPointers.read("/" + "a".repeat(499))).isPresent();
    assertThat(JsonPointers.read("/" + "a".repeat(500))).isEmpty();
    assertThat(JsonPointers.read("/a".repeat(249) + "~")).isEmpty();
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
