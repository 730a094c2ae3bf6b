package org.toguna.cases.crises;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.toguna.cases.Registry.OTHER;
import static org.toguna.cases.Registry.OWNER;
import static org.toguna.cases.Registry.PARTNER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.asFineAsCanBe;
import static org.toguna.cases.Registry.green;
import static org.toguna.cases.Registry.openCase;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.record;
import static org.toguna.cases.Registry.recorded;
import static org.toguna.cases.Registry.refused;
import static org.toguna.cases.Registry.village;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Each hostage has a fate of their own, each harm an author, and nobody learns what was paid. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class CrisisInFullStoryTest {

  @Test
  void oneOfTwoReleasedSaysNothingOfTheOther() {
    String id =
        recorded(
            "crises",
            """
            {"type":"abduction","status":"unclear",
             "since":{"from":"2020-07-01","to":"2020-12-31","asStated":"late in 2020"},
             "victims":[{"description":"a guard","fate":"released_for_ransom",
                         "fateWhen":{"asStated":"months later"},"means":"a price was paid"},
                        {"description":"a second guard","fate":"unknown"}],
             "states":{"/victims/0/ransom":"some","/place":"some"},%s}"""
                .formatted(green("ngo-b")));

    read(PARTNER, "crises", id)
        .body("view", equalTo("full"))
        .body("victims.fate", contains("released_for_ransom", "unknown"))
        .body("states.'/victims/0/ransom'", equalTo("some"))
        .body("victims[0].ransom", nullValue());
  }

  @Test
  void whatWasPaidAndByWhomIsItsOwnersAlone() {
    String id =
        recorded(
            "crises",
            """
            {"type":"abduction","status":"lifted",
             "victims":[{"description":"a guard","fate":"released_for_ransom",
                         "ransom":{"amount":{"best":900},"currency":"XOF",
                                   "payer":{"asStated":"a relative"}}}],%s}"""
                .formatted(green("ngo-b")));

    read(OWNER, "crises", id).body("victims[0].ransom.amount.best", equalTo(900));
    hiddenFromAllOthers(id);
  }

  @Test
  void whereSomebodyWasRapedIsItsOwnersAlone() {
    String id =
        recorded(
            "crises",
            """
            {"type":"siege","status":"lifted","place":{"id":"%s"},
             "harms":[{"type":"sexual_violence","author":"armed_group"}],%s}"""
                .formatted(village(), asFineAsCanBe()));

    read(OWNER, "crises", id).body("place.level", equalTo("village"));
    hiddenFromAllOthers(id);
    read(PARTNER, "crises", id).body("place.level", equalTo("adm1"));
  }

  @Test
  void harmsHaveNumbersSharesAndAuthors() {
    record(
            "crises",
            """
            {"type":"siege","status":"lifted","affected":{"asStated":"thousands of civilians"},
             "duration":{"unit":"months","asStated":"a few months"},
             "harms":[{"type":"killing","count":{"best":6,"hedge":"about","asStated":"half a dozen"},
                       "author":"armed_group","by":[{"asStated":"the besiegers"}]},
                      {"type":"starvation","share":{"numerator":1,"denominator":2,
                       "of":"the village","asStated":"half of the village"}}],
             "states":{"/harms/1/author":"unknown"}}""")
        .then()
        .body("harms[1].share.denominator", equalTo(2))
        .body("duration.best", nullValue());
    refused(
        "crises",
        """
        {"type":"siege","status":"open",
         "harms":[{"type":"killing","author":"somebody"},
                  {"type":"starvation","share":{"numerator":3,"denominator":2,"of":"x"}}]}""",
        "/harms/0/author",
        "unknown-code");
  }

  @Test
  void aPartialLiftingIsAnObservationAndKeepsTheBoardFresh() {
    String id =
        recorded(
            "crises",
            """
            {"type":"siege","status":"partly_lifted","lastConfirmed":{"edtf":"2021-06-01"},
             "observations":[{"status":"partly_lifted","when":{"edtf":"2021-07-20"},
                              "observer":{"asStated":"a driver"}},
                             {"status":"open","when":{"edtf":"2021-05"}}],
             "title":"Partly lifted siege",%s}"""
                .formatted(green("ngo-b")));

    read(OTHER, "crises", id)
        .body("observations.status", contains("partly_lifted", "open"))
        .body("observations[0].when.from", equalTo("2021-07-01"));
    as(OWNER)
        .queryParams("status", "partly_lifted", "limit", 1000)
        .get("/cases/v1/board")
        .then()
        .body(
            "items.find { it.crisis == '%s' }.freshness.lastConfirmed.to".formatted(id),
            equalTo("2021-07-20"));
  }

  @Test
  void aStatusThatTheLatestObservationContradictsIsTold() {
    record(
            "crises",
            """
            {"type":"siege","status":"open",
             "observations":[{"status":"lifted","when":{"edtf":"2021-08"}},
                             {"status":"open","when":{"edtf":"2021-05"}}]}""")
        .then()
        .body("warnings.code", contains("status-differs-from-observation"));
    record(
            "crises",
            """
            {"type":"siege","status":"open",
             "observations":[{"status":"lifted","when":{"edtf":"2021"}},
                             {"status":"open","when":{"edtf":"2021-05"}}]}""")
        .then()
        .body("warnings", nullValue());
  }

  @Test
  void giftsAreToldAndRansomsAreNot() {
    String gift = outcome("gift");
    String ransom = outcome("ransom");

    read(PARTNER, "outcomes", gift)
        .body("transfer.items", equalTo("rice"))
        .body("transfer.amount.best", equalTo(1500));
    read(OWNER, "outcomes", ransom).body("transfer.amount.best", equalTo(1500));
    for (Tokens reader : new Tokens[] {PARTNER, OTHER}) {
      read(reader, "outcomes", ransom)
          .body("view", equalTo("blurred"))
          .body("transfer", nullValue())
          .body("states.'/transfer'", equalTo("withheld"));
    }
  }

  private static String outcome(String transfer) {
    return recorded(
        "outcomes",
        """
        {"case":"%s","type":"gift","when":{"edtf":"2021-09-02","asStated":"the next day"},
         "transfer":{"type":"%s","from":{"asStated":"the fighters"},"items":"rice",
                     "amount":{"best":1500},"currency":"USD"},%s}"""
            .formatted(openCase(), transfer, green("ngo-b")));
  }

  private static void hiddenFromAllOthers(String id) {
    for (Tokens reader : new Tokens[] {PARTNER, OTHER}) {
      read(reader, "crises", id)
          .statusCode(200)
          .body("view", equalTo("blurred"))
          .body("victims", nullValue())
          .body("harms", nullValue())
          .body("states.'/victims'", equalTo("withheld"));
    }
  }
}
