package org.toguna.local.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.gazetteer.Candidate;
import org.toguna.cases.gazetteer.NameLookup;
import org.toguna.cases.gazetteer.NameLookup.Village;

/** The gazetteer that is looked up: the file that an import of places would take. */
final class Villages {
  /** Where the reference data keep it, seen from the directory of a sample. */
  private static final List<String> BESIDE =
      List.of("mali_places_cod.csv", "../../reference/places/mali_places_cod.csv");

  private static final String OTHERS = "mali_places_geonames.csv";

  /** Whose codes are the answers; the names of files without a column for it do not matter. */
  private static final String PROVIDER = "asked";

  private static final int CERCLE = 2;

  private final Map<String, Village> byCode = new HashMap<>();
  private final Map<String, String> cercles = new HashMap<>();
  private final Map<String, Integer> namesakes = new HashMap<>();

  private Villages() {}

  static Optional<Path> beside(Path sample) {
    return BESIDE.stream()
        .map(sample.toAbsolutePath()::resolveSibling)
        .filter(Files::isRegularFile)
        .map(Path::normalize)
        .findFirst();
  }

  /** The list of another provider, if it lies beside the gazetteer. */
  static Optional<Path> othersBeside(Path gazetteer) {
    return Optional.of(gazetteer.resolveSibling(OTHERS)).filter(Files::isRegularFile);
  }

  static Villages read(Path file) {
    var villages = new Villages();
    rows(file, "pcode", "admin2_name").stream()
        .filter(row -> !row.get("pcode").isEmpty())
        .forEach(villages::add);
    return villages;
  }

  /** What another provider knows of settlements: names to be understood by, and no answers. */
  static List<Village> others(Path file) {
    return rows(file, "place_id", "feature_class").stream()
        .filter(row -> row.get("feature_class").equals("P"))
        .map(row -> village(row, row.get("place_id"), "other"))
        .toList();
  }

  private static List<CSVRecord> rows(Path file, String... further) {
    var columns = new ArrayList<>(List.of(further));
    columns.addAll(
        List.of(
            "name",
            "alt_names",
            "lat",
            "lon",
            "country",
            "admin1_pcode",
            "admin2_pcode",
            "admin3_pcode"));
    return CsvRows.of(file, columns.toArray(String[]::new));
  }

  private static Village village(CSVRecord row, String id, String provider) {
    return new Village(
        id,
        provider,
        row.get("name"),
        alternatives(row.get("alt_names")),
        List.of(
            row.get("country"),
            row.get("admin1_pcode"),
            row.get("admin2_pcode"),
            row.get("admin3_pcode")),
        id.endsWith("000") && provider.equals(PROVIDER),
        Double.parseDouble(row.get("lat")),
        Double.parseDouble(row.get("lon")));
  }

  private void add(CSVRecord row) {
    var code = row.get("pcode");
    var village = village(row, code, PROVIDER);
    byCode.put(code, village);
    cercles.put(NameLookup.plain(row.get("admin2_name")), row.get("admin2_pcode"));
    var names = new ArrayList<>(village.otherNames());
    names.add(village.name());
    names.stream()
        .map(NameLookup::plain)
        .distinct()
        .forEach(
            name -> {
              namesakes.merge(name, 1, Integer::sum);
              namesakes.merge(cercle(code) + "/" + name, 1, Integer::sum);
            });
  }

  static List<String> alternatives(String names) {
    return Arrays.stream(names.split("\\|")).filter(name -> !name.isBlank()).toList();
  }

  List<Village> all() {
    return List.copyOf(byCode.values());
  }

  /** A lookup whose answers are these villages. */
  NameLookup lookup() {
    return NameLookup.over(byCode.values());
  }

  /** The same, while names of another provider's entries that lie beside them lead to them too. */
  NameLookup lookupWith(List<Village> others) {
    return NameLookup.over(Stream.concat(byCode.values().stream(), others.stream()).toList());
  }

  /** Ids of the villages that spellings may mean, likeliest first. */
  static List<String> find(
      NameLookup lookup, List<String> spellings, @Nullable String cercle, int limit) {
    return lookup.find(spellings, cercle, PROVIDER, limit).stream().map(Candidate::id).toList();
  }

  boolean has(String code) {
    return byCode.containsKey(code);
  }

  /** The code of the cercle in which a village lies. */
  String cercle(String code) {
    return byCode.get(code).units().get(CERCLE);
  }

  Optional<String> cercleCalled(String name) {
    return Optional.ofNullable(cercles.get(NameLookup.plain(name)));
  }

  /** How many villages bear the name of this one, itself included; in a cercle if one is given. */
  int namesakes(String code, @Nullable String cercle) {
    return called(byCode.get(code).name(), cercle);
  }

  int called(String name, @Nullable String cercle) {
    var plain = NameLookup.plain(name);
    return namesakes.getOrDefault(cercle == null ? plain : cercle + "/" + plain, 0);
  }

  boolean isCalled(String code, String name) {
    var village = byCode.get(code);
    var plain = NameLookup.plain(name);
    return plain.equals(NameLookup.plain(village.name()))
        || village.otherNames().stream().anyMatch(n -> plain.equals(NameLookup.plain(n)));
  }
}
