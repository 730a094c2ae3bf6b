package org.toguna.kit.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationTest {

  private static final JsonPointer AT = JsonPointer.compile("/citations/0");
  private static final String RIGHT =
      """
      {"field":"/since","document":"5b2f0b0e-5b0f-4a5e-9f0c-0d5c3c1f0a11","start":10,"end":14,\
      "quote":"si🌾","textHash":"%s","coder":"ngo-a/alice","saidBy":"a resident",\
      "modality":"self-claimed","reliability":"B","credibility":2}"""
          .formatted("0a".repeat(32));
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void isWrittenInJsonAsItIsRead() throws JsonProcessingException {
    Citation citation = json.readValue(right(), Citation.class);

    assertThat(citation.flaws(AT)).isEmpty();
    assertThat(json.readTree(json.writeValueAsString(citation))).isEqualTo(json.readTree(right()));
  }

  @ParameterizedTest(name = "{0} as {1} has the flaws {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "field       | null    | field not-a-pointer",
        "field       | \"since\" | field not-a-pointer",
        "field       | \"/a~2\"  | field not-a-pointer",
        "document    | null    | document required",
        "start       | -1      | start out-of-range",
        "start       | 14      | end end-before-start",
        "end         | 9       | end end-before-start",
        "end         | 15      | quote quote-length",
        "start       | 11      | quote quote-length",
        "quote       | \"siege\" | quote quote-length",
        "quote       | null    | quote required",
        "quote       | \"    \"  | quote required",
        "textHash    | \"abc\"   | textHash not-a-hash",
        "textHash    | null    | ",
        "coder       | null    | ",
        "saidBy      | null    | ",
        "modality    | null    | ",
        "reliability | \"F\"     | ",
        "credibility | 6       | ",
      })
  void isCheckedMemberByMember(String member, String value, String flaws)
      throws JsonProcessingException {
    ObjectNode changed = (ObjectNode) json.readTree(right());
    changed.set(member, json.readTree(value));

    assertThat(json.treeToValue(changed, Citation.class).flaws(AT))
        .extracting(flaw -> flaw.pointer().substring("/citations/0/".length()) + " " + flaw.code())
        .containsExactly(flaws == null ? new String[0] : flaws.split("; "));
  }

  @Test
  void aPassageIsNotAWholeChapter() throws JsonProcessingException {
    ObjectNode changed = (ObjectNode) json.readTree(right());
    changed.put("quote", "x".repeat(2001)).put("start", 0).put("end", 2001);
    changed.put("saidBy", "x".repeat(301)).put("coder", "x".repeat(201));

    assertThat(json.treeToValue(changed, Citation.class).flaws(AT))
        .extracting(Flaw::code)
        .containsExactly("too-long", "too-long", "too-long");
  }

  @Test
  void whoReadsItThatWayIsNamed() throws JsonProcessingException {
    Citation citation = json.readValue(right(), Citation.class);

    assertThat(citation.codedBy("ngo-b/bob").coder()).isEqualTo("ngo-b/bob");
    assertThat(citation.codedBy("ngo-a/alice")).isEqualTo(citation);
  }

  @Test
  void cannotBeJudgedIsNoGrade() {
    assertThat(Reliability.F.isJudged()).isFalse();
    assertThat(Reliability.E.isJudged()).isTrue();
    assertThat(Credibility.of(6).isJudged()).isFalse();
    assertThat(Credibility.of(5).isJudged()).isTrue();
    assertThat(Credibility.of(1)).isEqualTo(Credibility.CONFIRMED);
  }

  @ParameterizedTest
  @CsvSource({
    "credibility, 0, 1 to 5",
    "credibility, 7, 1 to 5",
    "reliability, '\"G\"', A to E",
    "reliability, '\"a\"', A to E",
    "modality, '\"SELF_CLAIMED\"', self-claimed",
  })
  void gradesOutsideTheScaleAreRefusedInPlainWords(String member, String value, String words)
      throws JsonProcessingException {
    ObjectNode changed = (ObjectNode) json.readTree(right());
    changed.set(member, json.readTree(value));

    assertThatThrownBy(() -> json.treeToValue(changed, Citation.class)).hasMessageContaining(words);
  }

  // Four UTF-16 code units: the ear of rice takes two.
  private static String right() {
    return RIGHT;
  }
}
