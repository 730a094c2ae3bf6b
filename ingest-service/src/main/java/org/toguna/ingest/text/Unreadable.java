package org.toguna.ingest.text;

/** Thrown while reading when nothing can be made of the bytes. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  Unreadable(Fault fault, String detail) {
    super(detail, null, false, false);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
