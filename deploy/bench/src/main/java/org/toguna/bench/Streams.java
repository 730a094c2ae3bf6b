package org.toguna.bench;

import java.io.IOException;

/** One reader follows the changes again and again, straight and by the origin. */
final class Streams extends HeldSockets {
  private final RunningStack stack;
  private final int number;

  Streams(RunningStack stack, int number) {
    this.stack = stack;
    this.number = number;
  }

  @Override
  public String name() {
    return number + " streams";
  }

  @Override
  public void start() throws IOException {
    String token = stack.token("reader", "ngo-loud", "streams", "GREEN");
    String asked = head("GET", "/cases/v1/changes/stream", token, "Accept: text/event-stream\r\n");
    for (int i = 0; i < number; i++) {
      hold(i % 2 == 0 ? stack.port("cases") : stack.originPort(), asked);
    }
  }
}
