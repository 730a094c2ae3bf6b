package org.toguna.local.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.gazetteer.NameLookup;
import org.toguna.cases.gazetteer.NameLookup.Village;

/** The gazetteer that is looked up: the file that an import of places would take. */
final class Villages {
  /** Where the reference data keep it, seen from the directory of a sample. */
  private static final List<String> BESIDE =
      List.of("mali_places_cod.csv", "../../reference/places/mali_places_cod.csv");

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

  static Villages read(Path file) {
    var villages = new Villages();
    CsvRows.of(
            file,
            "pcode",
            "name",
            "alt_names",
            "lat",
            "lon",
            "country",
            "admin2_name",
            "admin1_pcode",
            "admin2_pcode",
            "admin3_pcode")
        .stream()
        .filter(row -> !row.get("pcode").isEmpty())
        .forEach(villages::add);
    return villages;
  }

  private void add(CSVRecord row) {
    var code = row.get("pcode");
    var village =
        new Village(
            code,
            row.get("name"),
            alternatives(row.get("alt_names")),
            List.of(
                row.get("country"),
                row.get("admin1_pcode"),
                row.get("admin2_pcode"),
                row.get("admin3_pcode")),
            code.endsWith("000"),
            Double.parseDouble(row.get("lat")),
            Double.parseDouble(row.get("lon")));
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
