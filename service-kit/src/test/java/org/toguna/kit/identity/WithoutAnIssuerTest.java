package org.toguna.kit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.toguna.kit.testapp.Tokens;

@QuarkusTest
@TestProfile(WithoutAnIssuerTest.NoIssuer.class)
class WithoutAnIssuerTest {

  /** Nothing listens on the port of the issuer. */
  public static class NoIssuer implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("TOGUNA_ISSUER", "http://localhost:1");
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }
  }

  @Test
  void aTokenThatCannotBeCheckedIsWorthASecondTry() {
    given()
        .auth()
        .oauth2(Tokens.of("ngo-a", "alice", "reader"))
        .get("/huts/v1/huts")
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("type", equalTo("/problems/sibling-unavailable"));
  }
}
