package org.toguna.kit.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.MayLie;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;

/** Dates that cannot be are found wherever a state holds one. */
class OddDaysTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record State(
      UncertainDate when,
      @JsonProperty("case") Inner named,
      List<Inner> inner,
      @MayLie(MayLie.Beyond.AHEAD) UncertainDate due,
      JsonNode free,
      List<Reading> readings) {}

  private record Inner(UncertainDate since, List<Deep> deep) {}

  private record Deep(UncertainDate at) {}

  @Test
  void atAnyDepthAndUnderTheNameThatJsonKnows() throws JsonProcessingException {
    ObjectNode view =
        view(
            """
            {"when":{"edtf":"2062"},"case":{"since":{"edtf":"0025"}},
             "inner":[{"since":{"edtf":"2020"}},
                      {"since":{"edtf":"2020"},"deep":[{"at":{"from":"2099-01-01"}}]}],
             "due":{"edtf":"2028"},
             "readings":[{"field":"/when","value":{"edtf":"2062"}}]}\
            """);

    assertThat(OddDays.in(State.class, view))
        .extracting(Flaw::pointer)
        .containsExactly("/when", "/case/since", "/inner/1/deep/0/at");
  }

  @Test
  void aViewToReckonWithKeepsTheWordsAndLosesTheBounds() throws JsonProcessingException {
    ObjectNode view =
        view(
            "{\"when\":{\"edtf\":\"2062\",\"from\":\"2062-01-01\",\"to\":\"2062-12-31\"},"
                + "\"due\":{\"edtf\":\"2027\",\"from\":\"2027-01-01\",\"to\":\"2027-12-31\"}}");
    ObjectNode reckoned = OddDays.without(State.class, view);

    assertThat(reckoned.at("/when/edtf").asText()).isEqualTo("2062");
    assertThat(reckoned.at("/when/from").isMissingNode()).isTrue();
    assertThat(reckoned.at("/due/from").asText()).isEqualTo("2027-01-01");
    assertThat(view.at("/when/from").asText()).as("the view itself stays").isEqualTo("2062-01-01");
  }

  @Test
  void whatLayAheadWhenItWasWrittenStaysOddWhenItsDayHasCome() throws JsonProcessingException {
    ObjectNode view = view("{\"when\":{\"edtf\":\"2026-12-24\"}}");
    assertThat(OddDays.in(State.class, view)).hasSize(1);
    view.put("updatedAt", "2026-12-24T10:00:00Z");
    assertThat(OddDays.in(State.class, view)).isEmpty();
  }

  @Test
  void inJsonOfNoKnownTypeADateIsWhatLooksLikeOne() throws JsonProcessingException {
    JsonNode proposal =
        JSON.readTree(
            """
            {"since":{"edtf":"2062-10-03"},"harms":[{"when":{"from":"0025-01-01","to":"0025-01-01"}}],
             "due":{"edtf":"2027"},"citations":[{"from":"2062-01-01"}]}\
            """);
    assertThat(
            OddDays.inJson(
                proposal,
                JsonPointer.compile("/proposal"),
                LocalDate.of(2026, 12, 1),
                at -> at.toString().endsWith("/due")))
        .extracting(Flaw::pointer)
        .containsExactly("/proposal/since", "/proposal/harms/0/when");
  }

  private static ObjectNode view(String state) throws JsonProcessingException {
    var view = (ObjectNode) JSON.readTree(state);
    return view.put("updatedAt", "2026-12-01T10:00:00Z");
  }
}
