package org.toguna.cases.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.Registry.GREEN;
import static org.toguna.cases.Registry.PARTNER;
import static org.toguna.cases.Registry.REVIEWER;
import static org.toguna.cases.Registry.aCase;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.patch;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.recorded;
import static org.toguna.cases.Registry.refused;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** A date that hangs on another moves when that one does, and so does what hangs on it in turn. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class AnchoredDateStoryTest {

  @Test
  void aWeekAfterTheAgreementMovesWithTheAgreement() {
    String dialogue = aCase("");
    String pact = pact(dialogue, "2021-09-03", "");
    String alarm = alarm(pact, "\"record\":\"" + pact + "\",\"field\":\"/agreedOn\"", "");
    String gift = alarm(pact, "\"record\":\"" + alarm + "\",\"field\":\"/when\"", "");
    read(REVIEWER, "breaches", alarm)
        .body("when.from", equalTo("2021-09-10"))
        .body("when.basis", equalTo("derived"))
        .body("when.asStated", equalTo("a week later"));

    patch("agreements", pact, "{\"agreedOn\":{\"edtf\":\"2021-10-01\",\"from\":null,\"to\":null}}")
        .statusCode(200);

    assertThat(dateOf(alarm, "2021-10-08").<String>path("when.edtf")).isEqualTo("2021-10-08");
    dateOf(gift, "2021-10-15");
    as(REVIEWER)
        .get("/cases/v1/breaches/{id}/history", alarm)
        .then()
        .body("version", hasSize(2))
        .body("[1].person", equalTo("ngo-a/registry"))
        .body("[1].changed", hasItem("/when"))
        .body("[1].why", equalTo("A date that this record's dates hang on has moved."));
  }

  @Test
  void aDateThatHangsOnItselfIsRefused() {
    String pact = pact(aCase(""), "2021-09-03", "");
    String alarm = alarm(pact, "\"record\":\"" + pact + "\",\"field\":\"/agreedOn\"", "");

    patch(
            "agreements",
            pact,
            "{\"agreedOn\":{\"edtf\":null,\"anchor\":{\"record\":\"%s\",\"field\":\"/when\",\"offset\":\"-P7D\"}}}"
                .formatted(alarm))
        .statusCode(422)
        .body("errors.code", hasItem("anchor-cycle"))
        .body("errors.pointer", hasItem("/agreedOn/anchor"));
    refused(
        "breaches",
        "{\"agreement\":\"%s\",\"state\":\"reported\",\"when\":{\"anchor\":{\"record\":\"%s\",\"field\":\"/x\",\"offset\":\"P1D\"}}}"
            .formatted(pact, UUID.randomUUID()),
        "/when/anchor",
        "unknown-record");
  }

  @Test
  void whoeverMayNotSeeTheAnchorInFullDoesNotReadItsDateInAnother() {
    String secret = pact(aCase(""), "2021-09-03", "");
    String open = pact(aCase(GREEN), "2021-08-01", GREEN);
    String alarm = alarm(open, "\"record\":\"" + secret + "\",\"field\":\"/agreedOn\"", GREEN);

    read(REVIEWER, "breaches", alarm).body("marking.tlp", equalTo("AMBER+STRICT"));
    read(PARTNER, "breaches", alarm).statusCode(404);
  }

  @Test
  void aRecordForNamedPersonsFollowsToo() {
    String pact = pact(aCase(""), "2021-09-03", "");
    String alarm =
        alarm(
            pact,
            "\"record\":\"" + pact + "\",\"field\":\"/agreedOn\"",
            ",\"marking\":{\"tlp\":\"RED\"}");

    patch("agreements", pact, "{\"agreedOn\":{\"edtf\":\"2021-11-01\",\"from\":null,\"to\":null}}")
        .statusCode(200);
    dateOf(alarm, "2021-11-08");
    read(Tokens.reader("ngo-a").user("somebody"), "breaches", alarm).statusCode(404);
  }

  @Test
  void whatHangsOnARecordThatIsClosedIsClosedByNameAndFollowersAreTold() {
    String dialogue = aCase(GREEN);
    String pact = pact(dialogue, "2021-09-03", GREEN);
    String alarm = alarm(pact, "\"field\":\"/reported/when\"", GREEN);
    String start = as(PARTNER).queryParam("limit", 1000).get("/cases/v1/changes").path("next");

    patch("agreements", pact, "{\"secrecy\":{\"rule\":\"Nobody is told\"}}").statusCode(200);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> as(REVIEWER).get("/cases/v1/breaches/" + alarm).<String>path("marking.tlp"),
            "AMBER+STRICT"::equals);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                as(PARTNER)
                    .queryParam("since", start)
                    .queryParam("limit", 1000)
                    .get("/cases/v1/changes")
                    .then()
                    .body("changes.find { it.id == '%s' }.gone".formatted(alarm), equalTo(true))
                    .body("changes.find { it.id == '%s' }.record".formatted(alarm), nullValue()));
  }

  private static Response dateOf(String breach, String day) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> as(REVIEWER).get("/cases/v1/breaches/" + breach),
            answer -> day.equals(answer.path("when.from")));
  }

  private static String pact(String dialogue, String day, String more) {
    return recorded(
        "agreements",
        "{\"case\":\"%s\",\"type\":\"village_pact\",\"medium\":\"oral\",\"agreedOn\":{\"edtf\":\"%s\"}%s}"
            .formatted(dialogue, day, more));
  }

  private static String alarm(String pact, String anchor, String more) {
    return recorded(
        "breaches",
        """
        {"agreement":"%s","state":"reported","reported":{"when":{"edtf":"2021-09-12"}},
         "when":{"asStated":"a week later","anchor":{%s,"offset":"P7D"}}%s}"""
            .formatted(pact, anchor, more));
  }
}
