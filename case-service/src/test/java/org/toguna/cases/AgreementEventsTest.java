package org.toguna.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.cases.Registry.GREEN;
import static org.toguna.cases.Registry.recorded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.toguna.test.Broker;
import org.toguna.test.GoldenEvent;
import org.toguna.test.RealParts;

/** The events of terms, agreements and what became of them are those in {@code contracts/}. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class AgreementEventsTest {
  private static final String WORDS = "Not for the broker";
  private final Map<String, String> stable = new HashMap<>();

  @Test
  void eachEventIsTheOnePromisedAndTellsNoWords() throws IOException {
    String dialogue = known("1", recorded("cases", "{\"type\":\"siege_lifting\"" + GREEN + "}"));
    String agreement =
        promised(
            "agreement",
            "agreements",
            "2",
            """
            {"case":"%s","type":"village_pact","medium":"oral","stage":"partial","consent":"coerced",
             "ceasefireClass":"not_a_ceasefire","agreedOn":{"edtf":"2023-04"},"title":"%s"%s}"""
                .formatted(dialogue, WORDS, suggested()));
    String term =
        promised(
            "term",
            "terms",
            "3",
            """
            {"case":"%s","agreement":"%s","issue":"religious_rules","nature":"rule","text":"%s",
             "movements":[{"state":"demanded"},{"state":"agreed"}]%s}"""
                .formatted(dialogue, agreement, WORDS, suggested()));
    promised(
        "ask",
        "asks",
        "4",
        "{\"case\":\"%s\",\"side\":\"community\",\"text\":\"%s\",\"states\":{\"/asks\":\"none\"}%s}"
            .formatted(dialogue, WORDS, GREEN));
    promised(
        "observation",
        "observations",
        "5",
        "{\"term\":\"%s\",\"enforcement\":0,\"reason\":\"army_present\",\"asStated\":\"%s\",\"when\":{\"edtf\":\"2023-05\"}%s}"
            .formatted(term, WORDS, suggested()));
    promised(
        "breach",
        "breaches",
        "6",
        """
        {"agreement":"%s","state":"checked","verdict":"false_alarm","what":"%s","when":{"edtf":"2023-05"},
         "checks":[{"by":{"asStated":"%s"},"how":"called_contacts"}]%s}"""
            .formatted(agreement, WORDS, WORDS, suggested()));
    promised(
        "presence",
        "presences",
        "7",
        "{\"case\":\"%s\",\"type\":\"encircling\",\"actor\":{\"asStated\":\"%s\"},\"place\":{\"asStated\":\"%s\"},\"since\":{\"edtf\":\"2023-05\"}%s}"
            .formatted(dialogue, WORDS, WORDS, suggested()));
    promised(
        "statement",
        "statements",
        "8",
        "{\"type\":\"policy_position\",\"stance\":\"for\",\"by\":{\"asStated\":\"%s\"},\"text\":\"%s\",\"when\":{\"edtf\":\"2023\"}%s}"
            .formatted(WORDS, WORDS, suggested()));
  }

  private String promised(String kind, String path, String digit, String body) throws IOException {
    String id = known(digit, recorded(path, body));
    GoldenEvent.isPromised("cases." + kind, kind, id, stable);
    assertThat(Broker.last("cases." + kind, id).orElseThrow().value()).doesNotContain(WORDS);
    return id;
  }

  private String suggested() {
    return ",\"suggestion\":\"%s\"".formatted(known("9", UUID.randomUUID().toString())) + GREEN;
  }

  private String known(String digit, String id) {
    stable.put(
        id, "11111111-1111-4111-8111-111111111111".replace("11111111-", digit.repeat(8) + "-"));
    return id;
  }
}
