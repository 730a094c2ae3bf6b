package org.toguna.actors;

import static org.hamcrest.Matchers.equalTo;
import static org.toguna.actors.Given.ALICE;
import static org.toguna.actors.Given.CHAKA;
import static org.toguna.actors.Given.actor;
import static org.toguna.actors.Given.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;

/** Siblings name actors to those who may know them, and to nobody else. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "actors"))
class ActorNamesStoryTest {

  @Test
  void eachIsToldTheNamesThatAreTheirsToKnow() {
    String open = actor(ALICE, "militia", "GREEN", "Garde du puits");
    String closed = actor(ALICE, "person", "AMBER+STRICT", "Baba Kelenna");
    String nobody = UUID.randomUUID().toString();

    as(ALICE)
        .queryParam("id", open, closed, nobody)
        .get("/actors/v1/actor-names")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(2))
        .body("items.find { it.id == '%s' }.name".formatted(closed), equalTo("Baba Kelenna"));
    as(CHAKA)
        .queryParam("id", open, closed, nobody)
        .get("/actors/v1/actor-names")
        .then()
        .statusCode(200)
        .body("items.name", equalTo(List.of("Garde du puits")));
  }

  @Test
  void soManyAtOnceAndNoMore() {
    as(ALICE).get("/actors/v1/actor-names").then().statusCode(400);
    as(ALICE)
        .queryParam("id", Collections.nCopies(101, UUID.randomUUID().toString()))
        .get("/actors/v1/actor-names")
        .then()
        .statusCode(400);
  }
}
