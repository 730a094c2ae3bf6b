package org.toguna.cases.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.values.Flaw;

/** The columns that a header names, and where they stand; those without a name hold nothing. */
final class CsvColumns {
  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();
  private final int width;

  /**
   * @throws Refusal if a name stands twice, or the header is none
   */
  CsvColumns(CSVRecord header, long line) {
    names = header.stream().map(CsvColumns::tidy).toList();
    if (isHxl(header)) {
      throw new Refusal(
          ProblemType.MALFORMED_REQUEST,
          "Line %d has the tags of HXL and no names of columns: put a header above it."
              .formatted(line));
    }
    var flaws = new ArrayList<Flaw>();
    int last = 0;
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      if (!name.isEmpty()) {
        last = i + 1;
        var before = places.putIfAbsent(name, i);
        if (before != null) {
          flaws.add(
              new Flaw(
                  "/" + name,
                  "doubled-column",
                  "Line %d names this column twice, as number %d and as number %d: keep one."
                      .formatted(line, before + 1, i + 1)));
        }
      }
    }
    width = last;
    if (!flaws.isEmpty()) {
      throw Refusal.invalid(flaws);
    }
  }

  private static String tidy(String name) {
    return name.replace('\u00A0', ' ').strip();
  }

  /** A row of HXL tags, which says what the columns are to machines that know HXL. */
  static boolean isHxl(CSVRecord record) {
    boolean any = false;
    for (var field : record) {
      var tag = field.strip();
      if (!tag.isEmpty() && !tag.matches("#[A-Za-z][A-Za-z0-9_+ -]*")) {
        return false;
      }
      any |= !tag.isEmpty();
    }
    return any;
  }

  List<String> names() {
    return names.stream().filter(name -> !name.isEmpty()).toList();
  }

  @Nullable String value(CSVRecord record, String column) {
    var place = places.get(column);
    return place == null || place >= record.size() ? null : record.get(place);
  }

  /** A field too many or too few shifts all that follow, so none of them can be trusted. */
  void mustFit(CSVRecord record) throws RowFlaw {
    int size = record.size();
    boolean unnamed = names.size() > width;
    if (size != names.size() && !(unnamed && size >= width && size < names.size())) {
      throw new RowFlaw(
          "",
          "wrong-number-of-fields",
          "The row has %d fields, the header %d. Quote fields that hold the separator."
              .formatted(size, names.size()));
    }
    for (int i = 0; i < size; i++) {
      if (names.get(i).isEmpty() && !record.get(i).isBlank()) {
        throw new RowFlaw(
            "",
            "unnamed-column",
            "Column %d has no name in the header, and a value here: name the column, or empty it."
                .formatted(i + 1));
      }
    }
  }
}
