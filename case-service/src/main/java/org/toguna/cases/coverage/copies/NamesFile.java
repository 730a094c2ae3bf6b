package org.toguna.cases.coverage.copies;

import java.util.List;
import java.util.stream.Collectors;

/** Names as a file: one a line, and nothing else. */
final class NamesFile {
  /** A spreadsheet takes a cell that begins so for a formula, and runs it. */
  private static final String FORMULA = "=+-@\t\r";

  private NamesFile() {}

  static String text(List<String> names) {
    return names.stream().map(name -> name + "\n").collect(Collectors.joining());
  }

  /** RFC 4180 with one column; a name that a spreadsheet would run gets an apostrophe. */
  static String csv(List<String> names) {
    return names.stream()
        .map(NamesFile::cell)
        .collect(Collectors.joining("\r\n", "name\r\n", names.isEmpty() ? "" : "\r\n"));
  }

  private static String cell(String name) {
    String safe = FORMULA.indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
