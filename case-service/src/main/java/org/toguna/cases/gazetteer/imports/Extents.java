package org.toguna.cases.gazetteer.imports;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;

/**
 * How far countries of West Africa and their neighbours reach, rounded outwards to a tenth of a
 * degree: enough to tell a point of another continent before any place is known.
 */
final class Extents {
  static final String FLAG = "point-in-doubt";

  private static final double NOWHERE = 0.01;
  private static final Map<String, Extent> COUNTRIES = load();

  private Extents() {}

  private record Extent(double south, double north, double west, double east) {
    boolean holds(double lat, double lon) {
      return lat >= south && lat <= north && lon >= west && lon <= east;
    }
  }

  /** Why a point cannot be meant, as far as the country tells; empty if it can. */
  static Optional<String> doubt(String country, double lat, double lon) {
    if (Math.abs(lat) < NOWHERE && Math.abs(lon) < NOWHERE) {
      return Optional.of(
          "The point is 0, 0, which stands for none: give the point, or ask for it.");
    }
    var extent = COUNTRIES.get(country);
    if (extent == null || extent.holds(lat, lon)) {
      return Optional.empty();
    }
    return Optional.of(
        "The point lies outside of %s.%s"
            .formatted(country, hint(lat, lon, (a, b) -> extent.holds(a, b))));
  }

  /** Whether a point would do. */
  @FunctionalInterface
  interface Does {
    boolean at(double lat, double lon);
  }

  /** What may have happened to a point, if mending it so would do: a hint, and no correction. */
  static String hint(double lat, double lon, Does does) {
    if (Math.abs(lon) <= 90 && does.at(lon, lat)) {
      return " Latitude and longitude seem to be exchanged.";
    }
    if (does.at(lat, -lon)) {
      return " The sign of the longitude seems to be lost.";
    }
    if (does.at(-lat, lon)) {
      return " The sign of the latitude seems to be lost.";
    }
    return " Look at its source.";
  }

  private static Map<String, Extent> load() {
    var extents = new HashMap<String, Extent>();
    try (var file =
            Objects.requireNonNull(
                Extents.class.getResourceAsStream("/gazetteer/country-extents.csv"));
        var rows =
            CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      rows.forEach(
          row ->
              extents.put(
                  row.get(0),
                  new Extent(
                      Double.parseDouble(row.get(1)),
                      Double.parseDouble(row.get(2)),
                      Double.parseDouble(row.get(3)),
                      Double.parseDouble(row.get(4)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return extents;
  }
}
