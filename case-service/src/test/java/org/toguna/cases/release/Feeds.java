package org.toguna.cases.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tells of all graphs together: the feed of changes, and the counts, which are the lists'. */
final class Feeds {
  private final Service service;
  private final List<String> readers;
  private final Map<String, String> positions = new HashMap<>();

  Feeds(Service service, List<String> readers) {
    this.service = service;
    this.readers = readers;
  }

  void check(List<RandomGraph> graphs, String when) {
    var finest = new Finest(graphs.stream().flatMap(graph -> graph.nodes.stream()).toList());
    assertThat(news().stream().flatMap(page -> finest.tooFine(page).stream()))
        .as("changes up to seed %d, %s", graphs.getLast().seed, when)
        .isEmpty();
    for (String reader : readers) {
      for (String kind : List.of("cases", "crises")) {
        for (String unit : List.of("ML05", "ML0507")) {
          JsonNode counted = service.get(reader, "statistics/" + kind + "?unit=" + unit);
          JsonNode listed = service.get(reader, kind + "?limit=1&total=true&place=" + unit);
          assertThat(counted.path("total").asLong())
              .as("%s in %s, %s", kind, unit, when)
              .isEqualTo(listed.path("total").asLong(-1));
        }
      }
    }
  }

  /** All that changed since it was asked last, page by page. */
  List<JsonNode> news() {
    var pages = new ArrayList<JsonNode>();
    for (String reader : readers) {
      JsonNode page;
      do {
        String since = positions.get(reader);
        page =
            service.get(
                reader,
                "changes?limit=1000"
                    + (since == null
                        ? ""
                        : "&since=" + URLEncoder.encode(since, StandardCharsets.UTF_8)));
        positions.put(reader, page.path("next").asText());
        pages.add(page);
      } while (page.path("more").asBoolean());
    }
    return pages;
  }
}
