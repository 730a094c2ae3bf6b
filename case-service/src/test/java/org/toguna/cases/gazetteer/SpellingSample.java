package org.toguna.cases.gazetteer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.toguna.kit.marking.PlaceLevel;

/**
 * Real villages and the spellings another gazetteer has for them: one half to tune on, one to
 * measure on.
 */
record SpellingSample(List<IndexedPlace> places, List<Variant> variants) {

  /** Whose villages are asked for. */
  private static final String COD = "OCHA-COD-MLI-PPL-2015";

  record Variant(String pcode, String name, String spelling, String cercle) {}

  /** How often the right village came first, and among the first five. */
  record Share(double first, double firstFive) {}

  static Path data() {
    return Path.of("..", "..", "shared", "data");
  }

  static SpellingSample read(Path data) {
    var places = places("mali_places_cod.csv");
    var variants = new ArrayList<Variant>();
    for (var row : rows(data.resolve("sample/linking/place_name_variants_dev.csv"))) {
      variants.add(
          new Variant(
              row.get("cod_pcode"),
              row.get("cod_name"),
              row.get("geonames_name"),
              row.get("admin3_pcode").substring(0, 6)));
    }
    return new SpellingSample(places, variants);
  }

  /** The villages of one provider's file. */
  static List<IndexedPlace> places(String file) {
    var places = new ArrayList<IndexedPlace>();
    for (var row : rows(data().resolve("reference/places").resolve(file))) {
      places.add(
          new IndexedPlace(
              row.get("place_id"),
              row.get("source"),
              row.get("pcode"),
              PlaceLevel.village,
              Double.parseDouble(row.get("lat")),
              Double.parseDouble(row.get("lon")),
              row.get("pcode").endsWith("000"),
              Arrays.asList(
                  "ML", row.get("admin1_pcode"), row.get("admin2_pcode"), row.get("admin3_pcode")),
              row.get("name"),
              Arrays.stream(row.get("alt_names").split("\\|")).filter(n -> !n.isBlank()).toList()));
    }
    return places;
  }

  List<Variant> tuningHalf() {
    return half(0);
  }

  List<Variant> otherHalf() {
    return half(1);
  }

  private List<Variant> half(int which) {
    var half = new ArrayList<Variant>();
    for (int i = which; i < variants.size(); i += 2) {
      half.add(variants.get(i));
    }
    return half;
  }

  static Share measure(PlaceIndex index, List<Variant> variants, boolean cercleKnown) {
    int first = 0;
    int firstFive = 0;
    for (var variant : variants) {
      var run = cercleKnown ? index.run(variant.cercle()) : index.everywhere();
      var found = index.find(variant.spelling(), run, entry -> index.isOf(entry, COD), 5);
      for (int rank = 0; rank < found.size(); rank++) {
        if (found.get(rank).id().endsWith(variant.pcode())) {
          firstFive++;
          first += rank == 0 ? 1 : 0;
        }
      }
    }
    return new Share((double) first / variants.size(), (double) firstFive / variants.size());
  }

  private static List<CSVRecord> rows(Path file) {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(file);
        var parser = format.parse(reader)) {
      return parser.getRecords();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
