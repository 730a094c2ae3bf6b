package org.toguna.bench;

import java.io.IOException;

/** A client posts long reports that hold nothing but dates, each after the other. */
final class DatedReports extends HeldSockets {
  private static final int TIMES = 10_000;

  private final RunningStack stack;
  private final int number;

  DatedReports(RunningStack stack, int number) {
    this.stack = stack;
    this.number = number;
  }

  @Override
  public String name() {
    return number + " reports full of dates";
  }

  @Override
  public void start() throws IOException {
    String token = stack.token("contributor", "ngo-loud", "reports", "GREEN");
    for (int i = 0; i < number; i++) {
      String text = "Report " + i + ". " + "since 3 October 20 ".repeat(TIMES);
      hold(
          stack.originPort(),
          head(
                  "POST",
                  "/ingest/v1/documents",
                  token,
                  "Content-Type: text/plain\r\nContent-Length: " + text.length() + "\r\n")
              + text);
    }
  }
}
