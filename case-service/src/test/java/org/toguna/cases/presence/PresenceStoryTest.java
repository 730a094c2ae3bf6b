package org.toguna.cases.presence;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.toguna.cases.Scribe.GREEN;
import static org.toguna.cases.Scribe.aCase;
import static org.toguna.cases.Scribe.asOther;
import static org.toguna.cases.Scribe.asOwner;
import static org.toguna.cases.Scribe.flawed;
import static org.toguna.cases.Scribe.read;
import static org.toguna.cases.Scribe.written;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;

/** Who stood where is told with its manner, its distance and its age. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class PresenceStoryTest {
  private static final String PLACE = ",\"place\":{\"asStated\":\"the commune\"}";

  @Test
  void armedMenComeRarelyAndTheirBaseIsFiftyKilometresOff() {
    String dialogue = aCase("");
    written(
        "presences",
        """
        {"case":"%s","type":"base","actor":{"asStated":"the fighters"}%s,
         "distance":{"low":50,"best":50,"high":50,"unit":"km"},"since":{"edtf":"2021~"}}"""
            .formatted(dialogue, PLACE));
    String rarely =
        written(
            "presences",
            """
            {"case":"%s","type":"rarely","actor":{"asStated":"the fighters"}%s,
             "lastConfirmed":{"edtf":"2022-03"},"states":{"/until":"unknown"}}"""
                .formatted(dialogue, PLACE));
    written("presences", "{\"type\":\"none_observed\"" + PLACE + "}");

    asOwner()
        .queryParam("about", dialogue)
        .queryParam("type", "rarely")
        .get("/cases/v1/presences")
        .then()
        .body("items.id", hasItem(rarely));
  }

  @Test
  void othersLearnTheMannerAndNotWho() {
    String encircled =
        written(
            "presences",
            "{\"type\":\"encircling\",\"actor\":{\"asStated\":\"the fighters\"}"
                + PLACE
                + GREEN
                + "}");

    read(asOther(), "presences", encircled)
        .statusCode(200)
        .body("type", equalTo("encircling"))
        .body("states.'/actor'", equalTo("withheld"))
        .body("states.'/distance'", equalTo("withheld"));
  }

  @Test
  void badPresencesAreRefusedWithPointerAndRemedy() {
    String actor = ",\"actor\":{\"asStated\":\"the army\"}";
    flawed("presences", "{\"type\":\"garrisoned\"" + PLACE + "}", "/actor", "required");
    flawed("presences", "{\"type\":\"garrisoned\"" + actor + "}", "/place", "required");
    flawed(
        "presences",
        "{\"type\":\"base\"" + PLACE + actor + ",\"distance\":{\"best\":50,\"unit\":\"miles\"}}",
        "/distance",
        "not-in-km");
  }
}
