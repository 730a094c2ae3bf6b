package org.toguna.cases.presence;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.toguna.cases.Registry.GREEN;
import static org.toguna.cases.Registry.PARTNER;
import static org.toguna.cases.Registry.REVIEWER;
import static org.toguna.cases.Registry.aCase;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.read;
import static org.toguna.cases.Registry.recorded;
import static org.toguna.cases.Registry.refused;

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
    recorded(
        "presences",
        """
        {"case":"%s","type":"base","actor":{"asStated":"the fighters"}%s,
         "distance":{"low":50,"best":50,"high":50,"unit":"km"},"since":{"edtf":"2021~"}}\
        """
            .formatted(dialogue, PLACE));
    String rarely =
        recorded(
            "presences",
            """
            {"case":"%s","type":"rarely","actor":{"asStated":"the fighters"}%s,
             "lastConfirmed":{"edtf":"2022-03"},"states":{"/until":"unknown"}}\
            """
                .formatted(dialogue, PLACE));
    recorded("presences", "{\"type\":\"none_observed\"" + PLACE + "}");

    as(REVIEWER)
        .queryParam("about", dialogue)
        .queryParam("type", "rarely")
        .get("/cases/v1/presences")
        .then()
        .body("items.id", hasItem(rarely));
  }

  @Test
  void othersLearnTheMannerAndNotWho() {
    String encircled =
        recorded(
            "presences",
            "{\"type\":\"encircling\",\"actor\":{\"asStated\":\"the fighters\"}"
                + PLACE
                + ",\"lastConfirmed\":{\"edtf\":\"2021-05\"}"
                + GREEN
                + "}");

    read(PARTNER, "presences", encircled)
        .statusCode(200)
        .body("type", equalTo("encircling"))
        .body("states.'/actor'", equalTo("withheld"))
        .body("states.'/distance'", equalTo("withheld"));
  }

  @Test
  void badPresencesAreRefusedWithPointerAndRemedy() {
    String actor = ",\"actor\":{\"asStated\":\"the army\"}";
    refused("presences", "{\"type\":\"garrisoned\"" + PLACE + "}", "/actor", "required");
    refused("presences", "{\"type\":\"garrisoned\"" + actor + "}", "/place", "required");
    refused(
        "presences",
        "{\"type\":\"base\"" + PLACE + actor + ",\"distance\":{\"best\":50,\"unit\":\"miles\"}}",
        "/distance",
        "not-in-km");
  }
}
