package org.toguna.kit.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.toguna.kit.values.Flaw;

class AnchoredDatesTest {
  private static final UUID SELF = UUID.fromString("11111111-1111-4111-8111-111111111111");
  private static final UUID PACT = UUID.fromString("22222222-2222-4222-8222-222222222222");
  private final ObjectMapper mapper =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
  private final RecordJson json = new RecordJson(mapper);

  @Test
  void aDateLiesWhereTheOneItHangsOnPutsIt() throws JsonProcessingException {
    AnchoredDates.Outcome outcome =
        derive(
            "{\"when\":{\"asStated\":\"a week on\",\"anchor\":{\"record\":\"%s\",\"field\":\"/agreedOn\",\"offset\":\"P7D\"}}}"
                .formatted(PACT),
            Map.of(PACT, "{\"agreedOn\":{\"edtf\":\"2021-09-03\"}}"));

    assertThat(outcome.flaws()).isEmpty();
    assertThat(outcome.state().at("/when/from").asText()).isEqualTo("2021-09-10");
    assertThat(outcome.state().at("/when/to").asText()).isEqualTo("2021-09-10");
    assertThat(outcome.state().at("/when/basis").asText()).isEqualTo("derived");
    assertThat(outcome.state().at("/when/asStated").asText()).isEqualTo("a week on");
    assertThat(AnchoredDates.anchors(Raw.class, outcome.state())).containsExactly(PACT);
  }

  @Test
  void aChainWithinARecordIsFollowedToItsEnd() throws JsonProcessingException {
    AnchoredDates.Outcome outcome =
        derive(
            """
            {"steps":[{"when":{"edtf":"2021-09"}},
                      {"when":{"anchor":{"field":"/steps/0/when","offset":"P1M"}}},
                      {"when":{"anchor":{"field":"/steps/1/when","offset":"P1D"}}}]}""",
            Map.of());

    assertThat(outcome.state().at("/steps/2/when/from").asText()).isEqualTo("2021-10-02");
    assertThat(outcome.state().at("/steps/2/when/to").asText()).isEqualTo("2021-10-31");
  }

  @Test
  void whatCannotBeResolvedKeepsItsWordsAndOpenBounds() throws JsonProcessingException {
    AnchoredDates.Outcome outcome =
        derive(
            "{\"when\":{\"asStated\":\"a week on\",\"anchor\":{\"record\":\"%s\",\"field\":\"/agreedOn\",\"offset\":\"P7D\"}}}"
                .formatted(PACT),
            Map.of(PACT, "{\"agreedOn\":{\"asStated\":\"late last year\"}}"));

    assertThat(outcome.flaws()).isEmpty();
    assertThat(outcome.state().path("when").has("from")).isFalse();
    assertThat(outcome.state().at("/when/asStated").asText()).isEqualTo("a week on");
  }

  @Test
  void aDateThatHangsOnItselfIsRefusedHoweverLongTheWay() throws JsonProcessingException {
    String anchored = "{\"%s\":{\"anchor\":{%s\"field\":\"%s\",\"offset\":\"P1D\"}}}";
    assertThat(flaw(anchored.formatted("when", "", "/when"), Map.of())).isEqualTo("anchor-cycle");
    assertThat(
            flaw(
                anchored.formatted("when", "\"record\":\"" + PACT + "\",", "/agreedOn"),
                Map.of(
                    PACT, anchored.formatted("agreedOn", "\"record\":\"" + SELF + "\",", "/when"))))
        .isEqualTo("anchor-cycle");
  }

  @Test
  void twoRecordsMayHangOnEachOtherByDifferentDates() throws JsonProcessingException {
    AnchoredDates.Outcome outcome =
        derive(
            "{\"since\":{\"edtf\":\"2021-09-01\"},\"until\":{\"anchor\":{\"record\":\"%s\",\"field\":\"/agreedOn\",\"offset\":\"P1D\"}}}"
                .formatted(PACT),
            Map.of(
                PACT,
                "{\"agreedOn\":{\"edtf\":\"2021-09-03\",\"anchor\":{\"record\":\"%s\",\"field\":\"/since\",\"offset\":\"P2D\"}}}"
                    .formatted(SELF)));

    assertThat(outcome.flaws()).isEmpty();
    assertThat(outcome.state().at("/until/from").asText()).isEqualTo("2021-09-04");
  }

  @Test
  void anAnchorThatIsNotThereIsAFlawAndTheDateStays() throws JsonProcessingException {
    String anchored =
        "{\"when\":{\"edtf\":\"2021\",\"anchor\":{\"record\":\"%s\",\"field\":\"/agreedOn\",\"offset\":\"P1D\"}}}"
            .formatted(PACT);
    assertThat(flaw(anchored, Map.of())).isEqualTo("unknown-record");
    assertThat(flaw(anchored, Map.of(PACT, "{\"agreedOn\":\"soon\"}"))).isEqualTo("no-date-there");
    assertThat(derive(anchored, Map.of()).state().at("/when/edtf").asText()).isEqualTo("2021");
  }

  /** A state with a member that is JSON as such, as a draft is. */
  record Raw(JsonNode draft) {}

  @Test
  void theDatesOfADraftAreNoDatesOfTheRecordThatHoldsIt() throws JsonProcessingException {
    String draft = "{\"draft\":{\"when\":{\"anchor\":{\"field\":\"/since\",\"offset\":\"P1D\"}}}}";
    assertThat(derive(draft, Map.of()).flaws()).isEmpty();
    assertThat(derive(draft, Map.of()).state()).isEqualTo(mapper.readTree(draft));
  }

  private String flaw(String state, Map<UUID, String> others) throws JsonProcessingException {
    assertThat(derive(state, others).flaws())
        .extracting(Flaw::pointer)
        .containsOnly("/when/anchor");
    return derive(state, others).flaws().getFirst().code();
  }

  private AnchoredDates.Outcome derive(String state, Map<UUID, String> others)
      throws JsonProcessingException {
    return AnchoredDates.derive(
        json,
        Raw.class,
        (ObjectNode) mapper.readTree(state),
        SELF,
        id -> Optional.ofNullable(others.get(id)).map(this::read));
  }

  private ObjectNode read(String text) {
    return json.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
