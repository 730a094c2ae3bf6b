package org.toguna.local.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a row of a sample asks: which village is meant by these spellings?
 *
 * @param spellings the name as written, then the alternatives its source gives
 * @param pcode the answer
 * @param cercle the code of the cercle that is told to whoever is asked with the cercle known
 */
record Question(List<String> spellings, String pcode, String cercle) {

  String name() {
    return spellings.getFirst();
  }

  /** Rows of the form of place_name_variants_dev.csv. */
  static List<Question> variants(Path file, Half half, Villages villages) {
    var rows = CsvRows.of(file, "cod_pcode", "geonames_name", "geonames_alt_names", "admin3_pcode");
    return IntStream.range(0, rows.size())
        .filter(half::takes)
        .mapToObj(rows::get)
        .filter(row -> villages.has(row.get("cod_pcode")))
        .map(
            row -> {
              var spellings = new ArrayList<String>();
              spellings.add(row.get("geonames_name"));
              spellings.addAll(Villages.alternatives(row.get("geonames_alt_names")));
              var pcode = row.get("cod_pcode");
              return new Question(List.copyOf(spellings), pcode, villages.cercle(pcode));
            })
        .toList();
  }

  /**
   * Rows of the form of ged_places_to_cod_dev.csv whose link was found good; the cercle is the one
   * that the event names, right or wrong, and where the gazetteer has none of that name the row is
   * not asked.
   */
  static List<Question> events(Path file, Half half, Villages villages) {
    var rows = CsvRows.of(file, "ged_name", "adm_2", "cod_pcode", "link_quality");
    return IntStream.range(0, rows.size())
        .filter(half::takes)
        .mapToObj(rows::get)
        .filter(row -> !row.get("link_quality").equals("none"))
        .filter(row -> villages.has(row.get("cod_pcode")))
        .flatMap(
            row ->
                villages
                    .cercleCalled(row.get("adm_2").replaceFirst(" cercle$", ""))
                    .map(c -> new Question(List.of(row.get("ged_name")), row.get("cod_pcode"), c))
                    .stream())
        .toList();
  }
}
