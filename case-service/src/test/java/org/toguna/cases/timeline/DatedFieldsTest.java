package org.toguna.cases.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DatedFieldsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ID = "11111111-1111-4111-8111-111111111111";

  @Test
  void everyDateIsFoundWhereverItStandsWithTheCodeItBelongsTo() {
    assertThat(
            entries(
                "full",
                """
                "type":"siege","since":{"edtf":"2021","from":"2021-01-01","basis":"stated"},
                "observations":[{"status":"lifted","when":{"asStated":"soon","basis":"stated"}}],
                "number":{"best":4,"asStated":"four"}\
                """))
        .extracting(Timeline.Entry::field, Timeline.Entry::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/since", "siege"),
            org.assertj.core.groups.Tuple.tuple("/observations/0/when", "lifted"));
  }

  @Test
  void aRecordWithoutDatesIsOneEntryWithoutOne() {
    assertThat(entries("full", "\"type\":\"kinship\""))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.field()).isEmpty();
              assertThat(entry.when()).isNull();
            });
  }

  @Test
  void evidenceIsCountedForTheDateAndWhatItIsPartOf() {
    Timeline.Entry entry =
        entries(
                "full",
                """
                "when":{"from":"2021-01-01","basis":"stated"},
                "citations":[{"field":"/when","document":"a"},{"field":"/when/from","document":"a"},
                             {"field":"/whenever","document":"b"},{"field":"/type","document":"b"}],
                "readings":[{"value":{"from":"2020-01-01","basis":"stated"}}]\
                """)
            .getFirst();

    assertThat(entry.citations()).isEqualTo(2);
    assertThat(entry.documents()).isEqualTo(1);
  }

  @Test
  void aBlurredViewTellsNothingOfItsEvidence() {
    Timeline.Entry entry =
        entries("blurred", "\"when\":{\"from\":\"2021-01-01\",\"basis\":\"stated\"}").getFirst();

    assertThat(entry.citations()).isNull();
    assertThat(entry.documents()).isNull();
  }

  @Test
  void whatHasNoBoundsComesLastAndAnOpenBeginningStandsAtItsEnd() {
    List<Timeline.Entry> sorted =
        entries(
                "full",
                """
                "a":{"asStated":"once","basis":"stated"},
                "b":{"from":"2021-05-01","basis":"stated"},
                "c":{"to":"2021-04-01","basis":"stated"},
                "d":{"from":"2021-01-01","to":"2021-12-31","basis":"stated"},
                "odd":{"from":"+170000002-01-01","basis":"stated"}\
                """)
            .stream()
            .sorted(DatedFields.IN_ORDER)
            .toList();

    assertThat(sorted)
        .extracting(Timeline.Entry::field)
        .containsExactly("/d", "/c", "/b", "/a", "/odd");
  }

  private static List<Timeline.Entry> entries(String view, String members) {
    try {
      return DatedFields.of(
          (ObjectNode)
              JSON.readTree(
                  "{\"id\":\"%s\",\"kind\":\"some\",\"view\":\"%s\",%s}"
                      .formatted(ID, view, members)),
          Set.of("/odd"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
