package org.toguna.stories;

import java.util.concurrent.Flow;

/** Writes down the lines of a stream. */
record Listener(StringBuffer heard) implements Flow.Subscriber<String> {
  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    heard.append(line).append('\n');
  }

  @Override
  public void onError(Throwable failure) {
    heard.append("broken off: ").append(failure).append('\n');
  }

  @Override
  public void onComplete() {
    heard.append("the end\n");
  }
}
