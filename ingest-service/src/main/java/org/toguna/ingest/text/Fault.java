package org.toguna.ingest.text;

/** Why a report could not be read, or only in part; the closed list that callers may rely on. */
public enum Fault {
  EMPTY("empty", true),
  TOO_LARGE("too-large", true),
  NOT_TEXT("not-text", true),
  UNKNOWN_CHARSET("unknown-charset", true),
  UNSUPPORTED_TYPE("unsupported-type", true),
  MALFORMED_JSON("malformed-json", true),
  UNKNOWN_MEMBER("unknown-member", true),
  NO_TEXT("no-text", true),
  OUT_OF_TIME("out-of-time", true),
  TRUNCATED("truncated", false),
  UNDECODABLE_BYTES("undecodable-bytes", false),
  CUT("cut", false),
  MENTIONS_CUT("mentions-cut", false);

  private final String code;
  private final boolean fatal;

  Fault(String code, boolean fatal) {
    this.code = code;
    this.fatal = fatal;
  }

  public String code() {
    return code;
  }

  /** Nothing can be made of the report; otherwise what was read stands, marked partial. */
  public boolean fatal() {
    return fatal;
  }
}
