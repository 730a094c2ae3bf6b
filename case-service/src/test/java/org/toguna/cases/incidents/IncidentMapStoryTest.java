package org.toguna.cases.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.cases.incidents.Incidents.as;
import static org.toguna.cases.incidents.Incidents.recorded;
import static org.toguna.cases.incidents.Incidents.total;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** A map of any size shows the latest of what lies on it, page by page, whatever cells it cuts. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class IncidentMapStoryTest {
  private static final Tokens AUTHOR = Tokens.reviewer("ngo-map");

  /** Corners of cells of all grids, and points on both sides of them. */
  private static final double[][] POINTS = {
    {14, -8}, {13.99, -8.01}, {14.01, -7.99}, {13.99, -7.99}, {14.01, -8.01}, {14.12, -8.12},
    {14.4, -8.4}, {13.3, -7.4}, {15.9, -8.8}, {12.1, -6.2}, {16.01, -8.01}, {20.5, -1.5}
  };

  /** West, south, east, north; from a village to the Sahel, some with points on their very edge. */
  private static final double[][] BOXES = {
    {-8.02, 13.98, -7.98, 14.02},
    {-8, 14, -7.99, 14.01},
    {-8.01, 13.99, -8, 14},
    {-8.5, 13.5, -7.5, 14.5},
    {-8.9, 12, -6, 16.01},
    {-17, 10, 4, 25},
    {-180, -90, 180, 90},
    {10, 10, 11, 11}
  };

  private final Map<String, double[]> positions = new HashMap<>();
  private final List<String> latestFirst = new ArrayList<>();

  @BeforeEach
  void incidents() throws IOException {
    Incidents.loadGazetteer();
    for (int i = 0; i < POINTS.length; i++) {
      // Neighbours in place are far apart in time, so that a page takes from several cells.
      String id =
          recorded(
              AUTHOR,
              String.format(
                  Locale.ROOT,
                  """
                  {"type":"raid","position":{"lat":%f,"lon":%f,"wherePrec":"2"},
                   "when":{"edtf":"2021-%02d-14"}}""",
                  POINTS[i][0],
                  POINTS[i][1],
                  12 - i));
      positions.put(id, POINTS[i]);
      latestFirst.add(id);
    }
  }

  @Test
  void eachBoxShowsAllThatLiesOnItLatestFirst() {
    for (var box : BOXES) {
      var expected = latestFirst.stream().filter(id -> lies(positions.get(id), box)).toList();

      assertThat(mine(pages(box, ""))).as(bbox(box)).isEqualTo(expected);
      assertThat(total(AUTHOR, bbox(box))).isGreaterThanOrEqualTo(expected.size());
    }
  }

  @Test
  void aPeriodNarrowsAMap() {
    var box = BOXES[4];
    var expected =
        latestFirst.stream().filter(id -> lies(positions.get(id), box)).skip(1).limit(4).toList();

    assertThat(mine(pages(box, "&from=2021-08-01&to=2021-11-30"))).isEqualTo(expected);
  }

  private List<String> mine(List<String> ids) {
    return ids.stream().filter(positions::containsKey).toList();
  }

  /** All pages of three. */
  private static List<String> pages(double[] box, String more) {
    var ids = new ArrayList<String>();
    @Nullable String cursor = null;
    do {
      var page =
          as(AUTHOR)
              .get(
                  "/cases/v1/incidents?limit=3&"
                      + bbox(box)
                      + more
                      + (cursor == null ? "" : "&cursor=" + cursor))
              .then()
              .log()
              .ifValidationFails()
              .statusCode(200)
              .extract()
              .jsonPath();
      ids.addAll(page.getList("items.id"));
      cursor = page.getString("next");
    } while (cursor != null);
    return ids;
  }

  private static boolean lies(double[] point, double[] box) {
    return point[0] >= box[1] && point[0] <= box[3] && point[1] >= box[0] && point[1] <= box[2];
  }

  private static String bbox(double[] box) {
    return String.format(Locale.ROOT, "bbox=%f,%f,%f,%f", box[0], box[1], box[2], box[3]);
  }
}
