package org.toguna.kit.problems;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.toguna.kit.testapp.Tokens;

@QuarkusTest
@QuarkusTestResource(Tokens.class)
class EveryFailureIsAProblemTest {

  static final String ID = "/0c9d7f5e-8f37-4e8c-9a3e-2f3b1d0c7a11";

  @Test
  void withoutATokenNobodyIsLetIn() {
    problem(given().get("/huts/v1/huts"), ProblemType.NOT_SIGNED_IN)
        .body("detail", equalTo("No bearer token was sent."))
        .header("WWW-Authenticate", containsString("Bearer"));
  }

  @Test
  void aTokenThatWasNotSignedByTheIssuerIsNoToken() {
    problem(given().auth().oauth2("abc.def.ghi").get("/huts/v1/huts"), ProblemType.NOT_SIGNED_IN)
        .header("WWW-Authenticate", containsString("Bearer"));
  }

  @Test
  void aTokenForAnotherAudienceIsNoToken() {
    var token = Tokens.signed(Tokens.claims("alice").audience("other").claim("organisation", "a"));
    problem(given().auth().oauth2(token).get("/huts/v1/huts"), ProblemType.NOT_SIGNED_IN);
  }

  @Test
  void anExpiredTokenIsNoToken() {
    var token = Tokens.signed(Tokens.claims("alice").claim("organisation", "a").expiresAt(1000));
    problem(given().auth().oauth2(token).get("/huts/v1/huts"), ProblemType.NOT_SIGNED_IN)
        .body("detail", startsWith("The token that was sent is not valid here"));
  }

  @Test
  void aRoleThatIsMissingIsNotAllowed() {
    problem(as("reader").body("{}").post("/huts/v1/huts"), ProblemType.NOT_ALLOWED);
  }

  @Test
  void aTokenThatDoesNotSayForWhomIsNotAllowed() {
    var token = Tokens.signed(Tokens.claims("alice").groups("reader"));
    problem(given().auth().oauth2(token).get("/huts/v1/huts"), ProblemType.NOT_ALLOWED)
        .body("detail", containsString("organisation"));
  }

  @Test
  void aSuspendedOrganisationIsToldSo() {
    var token = Tokens.of("ngo-suspended", "alice", "reader");
    problem(given().auth().oauth2(token).get("/huts/v1/huts"), ProblemType.ORGANISATION_SUSPENDED);
  }

  @Test
  void anUnknownPathIsNotFound() {
    problem(as("reader").get("/nowhere"), ProblemType.NOT_FOUND)
        .body("instance", equalTo("/nowhere"));
  }

  @Test
  void aPathParameterOfAnotherFormIsNotFound() {
    problem(as("reader").get("/huts/v1/huts/not-a-uuid"), ProblemType.NOT_FOUND);
  }

  @Test
  void anUnknownMethodNamesTheKnownOnes() {
    problem(as("reader").put("/huts/v1/huts"), ProblemType.METHOD_NOT_ALLOWED);
  }

  @Test
  void anUnservedMediaTypeIsNotAcceptable() {
    problem(as("reader").accept("image/png").get("/huts/v1/huts" + ID), ProblemType.NOT_ACCEPTABLE);
  }

  @Test
  void anUnreadMediaTypeIsUnsupported() {
    problem(
        as("reviewer").contentType("text/csv").body("a").post("/huts/v1/huts"),
        ProblemType.UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void aBodyBeyondTheLimitIsTooLarge() {
    problem(post("{\"village\":\"" + "x".repeat(70_000) + "\"}"), ProblemType.BODY_TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"village\": | MALFORMED_JSON",
        "{\"village\":\"a\"} x | MALFORMED_JSON",
        "{\"village\":\"a\",\"village\":\"b\"} | MALFORMED_JSON",
        "[] | INVALID",
        "{\"village\":[]} | INVALID",
        "{\"village\":1} | INVALID",
        "{\"village\":\"a\",\"builtOn\":\"1987-13-01\"} | INVALID",
        "{\"vilage\":\"a\"} | UNKNOWN_MEMBER",
      })
  void jsonIsReadAsItWasMeantOrRefused(String body, ProblemType type) {
    problem(post(body), type);
  }

  @Test
  void anEmptyBodyIsRefused() {
    as("reviewer")
        .contentType("application/json")
        .post("/huts/v1/huts")
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(400, 422))
        .contentType(Problem.MEDIA_TYPE);
  }

  @Test
  void bottomlessNestingIsRefused() {
    problem(
        as("reviewer")
            .contentType("application/merge-patch+json")
            .body("{\"posts\":" + "[".repeat(200))
            .patch("/huts/v1/huts" + ID),
        ProblemType.MALFORMED_JSON);
  }

  @Test
  void anUnknownMemberComesWithTheNearestKnownOne() {
    problem(
            post("{\"village\":\"a\",\"posts\":[{\"wod\":\"b\",\"height\":1}]}"),
            ProblemType.UNKNOWN_MEMBER)
        .body("detail", containsString("\"wood\""))
        .body("errors[0].pointer", equalTo("/posts/0/wod"));
  }

  @Test
  void everyViolatedConstraintIsNamedAtOnceByItsPointer() {
    problem(
            post("{\"village\":\"\",\"posts\":[{\"wood\":\"\",\"height\":10}]}"),
            ProblemType.INVALID)
        .body(
            "errors.pointer",
            equalTo(java.util.List.of("/posts/0/height", "/posts/0/wood", "/village")))
        .body("errors.code", equalTo(java.util.List.of("max", "not-blank", "not-blank")));
  }

  @Test
  void anUnknownParameterComesWithTheNearestKnownOne() {
    problem(as("reader").get("/huts/v1/huts?buildSince=2020-01-01"), ProblemType.UNKNOWN_PARAMETER)
        .body("detail", containsString("\"builtSince\""));
  }

  @ParameterizedTest
  @CsvSource({
    "limit=abc,limit",
    "limit=1&limit=2,limit",
    "builtSince=yesterday,builtSince",
    "total=maybe,total",
    "height=10,height",
    "limit=1001,1000",
    "limit=0,1000",
  })
  void aParameterThatCannotBeReadIsNamed(String query, String named) {
    problem(as("reader").get("/huts/v1/huts?" + query), ProblemType.BAD_PARAMETER)
        .body(containsString(named));
  }

  @ParameterizedTest
  @CsvSource({
    "connection,DATABASE_UNAVAILABLE",
    "pool,DATABASE_UNAVAILABLE",
    "disk,STORAGE_FULL",
    "slow,OVERLOADED"
  })
  void aDatabaseThatFailsIsWorthASecondTry(String how, ProblemType type) {
    problem(given().get("/huts/v1/huts/broken/" + how), type)
        .header("Retry-After", notNullValue())
        .body(not(containsString("secret")));
  }

  @Test
  void whatNobodyForesawTellsNothing() {
    problem(given().get("/huts/v1/huts/broken/otherwise"), ProblemType.INTERNAL)
        .body(not(containsString("secret")))
        .body(not(containsString("Exception")))
        .header("X-Request-Id", notNullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /huts/../../etc/passwd HTTP/1.1",
        "GET /huts/%00 HTTP/1.1",
        "GET huts HTTP/1.1",
        "BREW /huts/v1/huts HTTP/1.1",
        "GET /huts/v1/huts HTTP/9.9",
        "POST /huts/v1/huts HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked",
      })
  void evenOddHttpGetsAProblem(String head) throws IOException {
    assertThat(raw(head)).startsWith("HTTP/").contains("application/problem+json");
  }

  /** Quarkus hands none of these to anybody; the origin in front answers them with a problem. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /huts/%zz HTTP/1.1",
        "POST /huts/v1/huts HTTP/1.1\r\nContent-Length: abc",
        "\u0000\u0001\u0002",
      })
  void whatIsNotHttpIsAtLeastRefusedAtOnce(String head) throws IOException {
    assertThat(raw(head)).contains(" 400 ");
  }

  @Test
  void aChunkedBodyBeyondTheLimitIsTooLarge() throws IOException {
    var token = Tokens.of("ngo-a", "alice", "reviewer");
    var chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
    assertThat(
            raw(
                "POST /huts/v1/huts HTTP/1.1\r\nTransfer-Encoding: chunked\r\n"
                    + "Content-Type: application/json\r\nAuthorization: Bearer "
                    + token
                    + "\r\nHost: huts\r\n\r\n"
                    + "6\r\n{\"x\":\"\r\n"
                    + chunk.repeat(4)
                    + "0"))
        .contains("413")
        .contains("/problems/body-too-large");
  }

  /** What the server says before it closes, or before a second passes. */
  private static String raw(String head) throws IOException {
    try (var socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(2000);
      socket.getOutputStream().write((head + "\r\nHost: huts\r\n\r\n").getBytes(ISO_8859_1));
      var answer = new StringBuilder();
      var buffer = new byte[8192];
      try {
        for (int n = socket.getInputStream().read(buffer);
            n > 0;
            n = socket.getInputStream().read(buffer)) {
          answer.append(new String(buffer, 0, n, ISO_8859_1));
          if (answer.indexOf("}") > 0) {
            break;
          }
        }
      } catch (IOException e) {
        answer.append("(").append(e.getMessage()).append(")");
      }
      return answer.toString();
    }
  }

  @Test
  void aProblemIsToldInFrenchToWhoeverAsksForIt() {
    as("reader")
        .header("Accept-Language", "fr-ML, en;q=0.5")
        .get("/nowhere")
        .then()
        .header("Content-Language", "fr")
        .body("title", equalTo("Introuvable"));
  }

  private static Response post(String body) {
    return as("reviewer").contentType("application/json").body(body).post("/huts/v1/huts");
  }

  static RequestSpecification as(String role) {
    return given().contentType("application/json").auth().oauth2(Tokens.of("ngo-a", "alice", role));
  }

  private static ValidatableResponse problem(Response answer, ProblemType type) {
    return answer
        .then()
        .statusCode(type.status())
        .contentType(Problem.MEDIA_TYPE)
        .body("type", equalTo("/problems/" + type.slug()))
        .body("title", notNullValue())
        .body("detail", notNullValue())
        .body("status", equalTo(type.status()));
  }
}
