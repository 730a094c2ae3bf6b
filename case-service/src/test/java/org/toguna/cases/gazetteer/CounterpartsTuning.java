package org.toguna.cases.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How often two providers' entries that lie beside each other and are called alike are one, without
 * anybody having said so: the same is counted with one provider's entries moved away in eight
 * directions, where whatever pairs remain are chance. What is more than chance is true.
 */
final class CounterpartsTuning {
  private static final double AWAY_KM = 15;

  private CounterpartsTuning() {}

  public static void main(String[] arguments) {
    var cod = SpellingSample.places("mali_places_cod.csv");
    var geonames = SpellingSample.places("mali_places_geonames.csv");
    long start = System.nanoTime();
    var found = bins(cod, geonames);
    System.out.printf("%d ms%n", (System.nanoTime() - start) / 1_000_000);
    var chance = new TreeMap<String, Double>();
    for (int way = 0; way < 8; way++) {
      double north = AWAY_KM / 111.2 * Math.sin(way * Math.PI / 4);
      double east = AWAY_KM / 107.0 * Math.cos(way * Math.PI / 4);
      bins(cod, geonames.stream().map(place -> moved(place, north, east)).toList())
          .forEach((bin, count) -> chance.merge(bin, count / 8, Double::sum));
    }
    found.forEach(
        (bin, count) ->
            System.out.printf(
                "%s  found %6.0f  by chance %7.1f  true %.2f%n",
                bin,
                count,
                chance.getOrDefault(bin, 0.0),
                1 - chance.getOrDefault(bin, 0.0) / count));
  }

  private static TreeMap<String, Double> bins(List<IndexedPlace> one, List<IndexedPlace> other) {
    var all = new ArrayList<>(one);
    all.addAll(other);
    var counterparts = Counterparts.of(all);
    var bins = new TreeMap<String, Double>();
    for (int i = 0; i < one.size(); i++) {
      for (var each : counterparts.get(i)) {
        bins.merge(
            "likeness %.1f km %.1f"
                .formatted(
                    Math.floor(each.likeness() * 10) / 10, Math.floor(each.kilometres() * 2) / 2),
            1.0,
            Double::sum);
      }
    }
    return bins;
  }

  private static IndexedPlace moved(IndexedPlace place, double north, double east) {
    return new IndexedPlace(
        place.id(),
        place.provider(),
        place.pcode(),
        place.level(),
        place.lat() + north,
        place.lon() + east,
        place.seat(),
        place.path(),
        place.name(),
        place.otherNames());
  }
}
