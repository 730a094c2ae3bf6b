package org.toguna.bench;

import java.io.IOException;

/** A client begins requests and does not end them: some in their headers, some in their bodies. */
final class HalfRequests extends HeldSockets {
  private final RunningStack stack;
  private final int number;

  HalfRequests(RunningStack stack, int number) {
    this.stack = stack;
    this.number = number;
  }

  @Override
  public String name() {
    return number + " half requests";
  }

  @Override
  public void start() throws IOException {
    String token = stack.token("reviewer", "ngo-loud", "halves", "GREEN");
    String body =
        head(
                "POST",
                "/cases/v1/crises",
                token,
                "Content-Type: application/json\r\nContent-Length: 1000\r\n")
            + "{\"type\":";
    String headers = body.substring(0, body.indexOf("Content-Type"));
    for (int i = 0; i < number; i++) {
      hold(i % 2 == 0 ? stack.port("cases") : stack.originPort(), i % 4 < 2 ? body : headers);
    }
  }
}
