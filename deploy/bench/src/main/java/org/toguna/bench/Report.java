package org.toguna.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table: printed line by line as it grows, and written as JSON at the end. */
final class Report {
  private static final String LINE = "%-58s %12s %12s %7s %8s  %s%n";
  private final List<Row> rows = new ArrayList<>();
  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void head() {
    out.printf(LINE, "", "limit", "figure", "ratio", "target", "met");
  }

  void add(Row row) {
    rows.add(row);
    out.printf(
        LINE,
        row.name(),
        row.limit() == null ? "" : number(row.limit(), row.unit()),
        number(row.figure(), row.unit()),
        row.ratio() == null ? "" : String.format(Locale.ROOT, "%.2f", row.ratio()),
        row.target() == null
            ? ""
            : row.ratio() == null
                ? number(row.target(), "")
                : String.format(Locale.ROOT, "%.2f", row.target()),
        row.verdict());
    if (row.note() != null) {
      out.println("    " + row.note());
    }
  }

  private static String number(double value, String unit) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f%s" : "%,.0f%s", value, unit);
  }

  void write(Path file, ObjectNode surroundings) throws IOException {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    var array = surroundings.putArray("rows");
    for (Row row : rows) {
      ObjectNode node = json.valueToTree(row);
      Boolean met = row.met();
      if (met != null) {
        node.put("met", met);
      }
      array.add(node);
    }
    Files.writeString(file, json.writeValueAsString(surroundings) + "\n");
  }
}
