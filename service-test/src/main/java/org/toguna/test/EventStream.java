package org.toguna.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A stream of Server-Sent Events as it comes off the wire, frame by frame. */
public final class EventStream implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Frame END = new Frame(null, null, null, null, null);

  private final HttpClient client = HttpClient.newHttpClient();
  private final LinkedBlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final HttpResponse<InputStream> answer;

  /** What stands between two empty lines; null where there is no such field. */
  public record Frame(
      @Nullable String id,
      @Nullable String event,
      @Nullable String data,
      @Nullable String comment,
      @Nullable String retry) {}

  private EventStream(HttpRequest request) {
    try {
      answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Thread.ofVirtual().start(this::read);
  }

  public static EventStream open(String address, Tokens token, @Nullable String lastEventId) {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + token.token())
            .header("Accept", "text/event-stream");
    return new EventStream(
        (lastEventId == null ? request : request.header("Last-Event-ID", lastEventId)).build());
  }

  public int status() {
    return answer.statusCode();
  }

  public @Nullable String header(String name) {
    return answer.headers().firstValue(name).orElse(null);
  }

  /** The next frame, for which it waits. */
  public Frame next() {
    Frame frame = poll();
    if (frame == END) {
      throw new AssertionError("The stream ended.");
    }
    return frame;
  }

  /** The next frame with data; heartbeats are passed over. */
  public Frame nextEvent() {
    Frame frame = next();
    while (frame.data() == null) {
      frame = next();
    }
    return frame;
  }

  /** Waits until the other side ends it. */
  public void awaitEnd() {
    Frame frame = poll();
    while (frame != END) {
      frame = poll();
    }
  }

  private Frame poll() {
    try {
      Frame frame = frames.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (frame == null) {
        throw new AssertionError("Nothing came within " + PATIENCE);
      }
      return frame;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      Frame frame = END;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          frames.add(frame);
          frame = END;
        } else {
          frame = with(frame, line);
        }
      }
    } catch (IOException e) {
      // broken off is ended as well
    }
    frames.add(END);
  }

  private static Frame with(Frame frame, String line) {
    int colon = line.indexOf(':');
    String value = line.substring(colon + 1).strip();
    return switch (line.substring(0, Math.max(0, colon))) {
      case "" -> new Frame(frame.id(), frame.event(), frame.data(), value, frame.retry());
      case "id" -> new Frame(value, frame.event(), frame.data(), frame.comment(), frame.retry());
      case "event" -> new Frame(frame.id(), value, frame.data(), frame.comment(), frame.retry());
      case "data" -> new Frame(frame.id(), frame.event(), value, frame.comment(), frame.retry());
      case "retry" -> new Frame(frame.id(), frame.event(), frame.data(), frame.comment(), value);
      default -> frame;
    };
  }

  @Override
  public void close() {
    try {
      answer.body().close();
    } catch (IOException e) {
      // closed is closed
    }
    client.shutdownNow();
  }
}
