package org.toguna.kit.values;

/** A text that is no date of ISO 8601-2, with a stable code and the remedy. */
public final class NotADate extends IllegalArgumentException {
  private final String code;

  NotADate(String code, String detail) {
    super(detail);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
