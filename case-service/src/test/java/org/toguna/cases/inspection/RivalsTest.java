package org.toguna.cases.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.toguna.kit.values.Reading;

class RivalsTest {

  @Test
  void aCodeIsFoundAloneAndWithinWhatIsReadSo() {
    assertThat(Rivals.say(reading("/author", "\"state\""), "state")).isTrue();
    assertThat(Rivals.say(reading("/harms", "[{\"type\":\"sexual_violence\"}]"), "sexual_violence"))
        .isTrue();
    assertThat(Rivals.say(reading("/author", "\"a state of unrest\""), "state")).isFalse();
    assertThat(Rivals.say(List.of(), "state")).isFalse();
  }

  @Test
  void aMemberIsFoundWhereverItIsReadSo() {
    assertThat(Rivals.areOf(reading("/victims/0/ransom/amount", "9"), "ransom")).isTrue();
    assertThat(Rivals.areOf(reading("/victims", "[{\"ransom\":{\"amount\":9}}]"), "ransom"))
        .isTrue();
    assertThat(Rivals.areOf(reading("/placeKind", "\"bush\""), "place")).isFalse();
  }

  private static List<Reading> reading(String field, String value) {
    try {
      return List.of(new Reading(field, new ObjectMapper().readTree(value), null, null, List.of()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
