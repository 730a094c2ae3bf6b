package org.toguna.cases.gazetteer.imports;

/** Why a row cannot be taken: which column, a stable code, and what to do about it. */
final class RowFlaw extends Exception {
  private static final long serialVersionUID = 1L;

  private final String column;
  private final String code;

  RowFlaw(String column, String code, String detail) {
    // An outcome of a row, of which there may be thousands: nobody reads its stack trace.
    super(detail, null, false, false);
    this.column = column;
    this.code = code;
  }

  String pointer() {
    return column.isEmpty() ? "" : "/" + column;
  }

  String code() {
    return code;
  }

  String detail() {
    return getMessage();
  }
}
