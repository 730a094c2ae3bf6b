package org.toguna.kit.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.toguna.kit.testapp.Tokens;

@QuarkusTest
@TestProfile(AClientThatRunsAwayTest.ThreeAMinute.class)
@QuarkusTestResource(Tokens.class)
class AClientThatRunsAwayTest {

  /** So few that a test can use them up, and so slow that none comes back meanwhile. */
  public static class ThreeAMinute implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("toguna.rate.per-minute", "3");
    }
  }

  @Test
  void isHeldBackAndToldForHowLongWhileOthersAreServed() {
    me("alice").statusCode(200).header("RateLimit", equalTo("\"client\";r=2;t=60"));
    me("alice").statusCode(200).header("RateLimit-Policy", equalTo("\"client\";q=3;w=60"));
    me("alice").statusCode(200);
    me("alice")
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .header("RateLimit", equalTo("\"client\";r=0;t=60"))
        .body("type", equalTo("/problems/too-many-requests"));
    me("bob").statusCode(200);
  }

  private static ValidatableResponse me(String name) {
    return given().auth().oauth2(Tokens.of("ngo-a", name, "reader")).get("/huts/v1/me").then();
  }
}
