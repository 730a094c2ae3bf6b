package org.toguna.actors;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.toguna.test.Tokens;

/** What the stories of this service start from, and who takes part in them. */
final class Given {
  static final Tokens ALICE = Tokens.reviewer("ngo-a").user("alice").cleared("AMBER");
  static final Tokens ADAMA = Tokens.protectionOfficer("ngo-a").user("adama").cleared("RED");
  static final Tokens BINTOU = Tokens.reviewer("ngo-b").user("bintou").cleared("AMBER");
  static final Tokens CHAKA = Tokens.reader("ngo-c").user("chaka");
  static final Tokens OUMOU = Tokens.operator().user("oumou");

  private Given() {}

  static RequestSpecification as(Tokens who) {
    return given().auth().oauth2(who.token()).contentType(ContentType.JSON);
  }

  static String name(String text, String language, String type) {
    return "{\"text\":\"%s\",\"language\":\"%s\",\"type\":\"%s\"}".formatted(text, language, type);
  }

  static String actor(String type, String marking, String... names) {
    return "{\"type\":\"%s\",\"marking\":%s,\"names\":[%s]}"
        .formatted(type, marking, Arrays.stream(names).collect(Collectors.joining(",")));
  }

  static String tlp(String label) {
    return "{\"tlp\":\"%s\"}".formatted(label);
  }

  static ValidatableResponse post(Tokens who, String path, String body) {
    return as(who).body(body).post("/actors/v1/" + path).then();
  }

  /** The id of a new actor with one main name in French. */
  static String actor(Tokens who, String type, String label, String name) {
    return post(who, "actors", actor(type, tlp(label), name(name, "fr", "main")))
        .statusCode(201)
        .extract()
        .path("id");
  }

  static String relation(String from, String type, String to, String more) {
    return "{\"from\":\"%s\",\"type\":\"%s\",\"to\":\"%s\"%s}".formatted(from, type, to, more);
  }
}
