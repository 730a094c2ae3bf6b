package org.toguna.cases.crises;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.cases.Registry;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/**
 * A list of a period has everything that may lie in it, in the order of all lists: also what nobody
 * knows the beginning of, whose only day is later than the period.
 */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class ListsByPeriodStoryTest {
  private static final String PATH = "/cases/v1/crises";

  private final String owner = "periods-" + UUID.randomUUID();
  // What other stories show to everybody has another title.
  private final String title = "somewhere" + UUID.randomUUID().toString().substring(0, 8);
  private String old = "";
  private String ended = "";
  private String undated = "";

  @BeforeEach
  void crises() {
    Registry.village();
    old = recorded("\"since\":{\"edtf\":\"2015-03-05\"},\"states\":{\"/until\":\"unknown\"}");
    ended = recorded("\"until\":{\"edtf\":\"2021-06-30\"},\"states\":{\"/since\":\"unknown\"}");
    undated = recorded("\"states\":{\"/since\":\"unknown\",\"/until\":\"unknown\"}");
    recorded("\"since\":{\"edtf\":\"2021-05-14\"},\"states\":{\"/until\":\"unknown\"}");
  }

  @Test
  void whatMayHaveBegunEarlierIsThere() {
    assertThat(found("to=2018-01-01")).containsExactly(ended, old);
    assertThat(found("to=2021-06-30&from=2021-06-01")).hasSize(3).startsWith(ended);
    assertThat(found("to=2022-01-01&from=2021-07-01")).hasSize(2).doesNotContain(ended);
    assertThat(found("to=2014-01-01")).containsExactly(ended);
  }

  @Test
  void whatNobodyCanDateIsThereIfItIsAskedFor() {
    assertThat(found("undated=true&to=2018-01-01")).containsExactly(ended, old, undated);
    assertThat(found("undated=true&to=2014-01-01")).containsExactly(ended, undated);
    for (var page : List.of("", "&limit=1", "&limit=2")) {
      assertThat(found("undated=only&to=2018-01-01" + page)).containsExactly(undated);
      assertThat(found("undated=only&place=ML0506" + page)).containsExactly(undated);
    }
    assertThat(total("undated=true&to=2018-01-01")).isEqualTo(3);
    assertThat(total("undated=only&to=2018-01-01")).isEqualTo(1);
  }

  @Test
  void pagesAreTheListCutInPieces() {
    for (var limit : List.of("1", "2")) {
      assertThat(found("to=2018-01-01&limit=" + limit)).containsExactly(ended, old);
      assertThat(found("undated=true&to=2018-01-01&limit=" + limit))
          .containsExactly(ended, old, undated);
    }
    assertThat(total("to=2018-01-01")).isEqualTo(2);
  }

  @Test
  void placesBesideTheMainOneAreFoundInTheSameOrder() {
    for (var page : List.of("", "&limit=1", "&limit=2")) {
      assertThat(pages("place=ML0506&to=2018-01-01" + page)).containsExactly(ended, old);
      assertThat(found("undated=true&place=ML05&to=2018-01-01" + page))
          .containsExactly(ended, old, undated);
    }
    assertThat(pages("place=ML0506")).hasSize(4);
    assertThat(pages("place=ML0505")).isEmpty();
    assertThat(total("place=ML0506&to=2018-01-01")).isEqualTo(2);
  }

  /** Of those that have the title, which others may have been shown as well. */
  private List<String> found(String filters) {
    return pages("q=" + title + "&" + filters);
  }

  private List<String> pages(String filters) {
    var ids = new ArrayList<String>();
    String cursor = "";
    do {
      var page = asked(filters + cursor);
      ids.addAll(page.getList("items.id"));
      cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
    } while (!cursor.isEmpty());
    return ids;
  }

  private int total(String filters) {
    return asked("total=true&q=" + title + "&" + filters).getInt("total");
  }

  private JsonPath asked(String query) {
    return given()
        .auth()
        .oauth2(Tokens.reader(owner).token())
        .get(PATH + "?" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private String recorded(String dates) {
    return given()
        .auth()
        .oauth2(Tokens.reviewer(owner).token())
        .contentType(ContentType.JSON)
        .body(
            """
            {"type":"siege","status":"unclear","title":"%s","furtherPlaces":[{"id":"ML0506"}],%s}\
            """
                .formatted(title, dates))
        .post(PATH)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
