package org.toguna.cases.csv;

/** Why a row cannot be taken: which column, a stable code, and what to do about it. */
public final class RowFlaw extends Exception {
  private static final long serialVersionUID = 1L;

  private final String column;
  private final String code;

  public RowFlaw(String column, String code, String detail) {
    // An outcome of a row, of which there may be thousands: nobody reads its stack trace.
    super(detail, null, false, false);
    this.column = column;
    this.code = code;
  }

  public String pointer() {
    return column.isEmpty() ? "" : "/" + column;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return getMessage();
  }
}
