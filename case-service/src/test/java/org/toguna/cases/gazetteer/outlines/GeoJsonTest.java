package org.toguna.cases.gazetteer.outlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** Areas go in and out as GeoJSON, and small maps get fewer corners and the same neighbours. */
class GeoJsonTest {
  private static final String SQUARE_WITH_HOLE =
      """
      {"type":"Polygon","coordinates":[[[0,0],[0,4],[4,4],[4,0],[0,0]],
        [[1,1],[2,1],[2,2],[1,2],[1,1]]]}""";

  @Test
  void theOuterRingRunsCounterclockwiseAndHolesClockwise() {
    var written = GeoJson.write(area(SQUARE_WITH_HOLE), 4);

    var again = area(written);
    assertThat(again.equalsTopo(area(SQUARE_WITH_HOLE))).isTrue();
    assertThat(written).contains("[[0,0],[4,0],[4,4],[0,4],[0,0]]").startsWith("{\"type\":\"Multi");
  }

  @Test
  void degreesAreRoundedAndBareOfNoughts() {
    assertThat(
            GeoJson.write(
                area(
                    "{\"type\":\"Polygon\",\"coordinates\":[[[0.123456,10],[5,0],[9,9],[0.123456,10]]]}"),
                3))
        .contains("[0.123,10]")
        .doesNotContain("0.1234");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"Point\",\"coordinates\":[0,0]}",
        "{\"type\":\"Polygon\",\"coordinates\":[]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,0]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[200,1],[1,0],[0,0]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,\"x\"],[2,1],[1,0],[0,\"x\"]]]}",
        "{}"
      })
  void whatIsNoAreaIsRefusedInWords(String geometry) {
    assertThatThrownBy(() -> area(geometry)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neighboursStayNeighboursOnSmallMaps() {
    var west =
        area("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[2,0],[2.005,1],[2,2],[0,2],[0,0]]]}");
    var east =
        area("{\"type\":\"Polygon\",\"coordinates\":[[[2,0],[4,0],[4,2],[2,2],[2.005,1],[2,0]]]}");

    var simple = Zoom.COUNTRY.simplified(List.of(west, east)).stream().map(GeoJsonTest::area);

    var areas = simple.toList();
    assertThat(areas).allMatch(area -> area.getNumPoints() == 5);
    assertThat(areas.getFirst().intersection(areas.getLast()).getLength()).isEqualTo(2);
    assertThat(areas.getFirst().overlaps(areas.getLast())).isFalse();
  }

  @Test
  void aZoomIsServedFromTheNextFinerOneThatIsKept() {
    assertThat(Zoom.fit(0)).contains(Zoom.COUNTRY);
    assertThat(Zoom.fit(5)).contains(Zoom.REGION);
    assertThat(Zoom.fit(8)).contains(Zoom.CERCLE);
    assertThat(Zoom.fit(9)).isEmpty();
  }

  private static Geometry area(String json) {
    try {
      return GeoJson.read(new ObjectMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
