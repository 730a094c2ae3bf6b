package org.toguna.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.toguna.parts.ChildProcess;
import org.toguna.parts.Part;
import org.toguna.parts.PartFailed;
import org.toguna.parts.Progress;

/** A part that is ready when it answers 200 at an address. */
final class Program implements Part {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String READY = "it is ready";

  private final String name;
  private final Supplier<List<String>> command;
  private final Map<String, String> environment;
  private final Path directory;
  private final URI readiness;
  private final Path log;
  private final ChildProcess process;
  private volatile String answer = "it has not been asked yet";

  /**
   * @param command asked for at every start, which may know a quicker way than the one before
   */
  Program(
      String name,
      Supplier<List<String>> command,
      Map<String, String> environment,
      Path directory,
      Path log,
      String readiness) {
    this.name = name;
    this.command = command;
    this.environment = Map.copyOf(environment);
    this.directory = directory;
    this.readiness = URI.create(readiness);
    this.log = log;
    this.process = new ChildProcess(name, log);
  }

  /** Ready, or what it says instead, in words. */
  private static String ask(URI address) {
    try {
      var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
      var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? READY : notReady(answer.statusCode(), answer.body());
    } catch (HttpTimeoutException e) {
      return "it is asked whether it is ready and takes its time";
    } catch (IOException e) {
      return "it does not answer yet";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "nobody waits for it any more";
    }
  }

  /** Which of the checks that it names are not passed. */
  static String notReady(int status, String body) {
    var down = new ArrayList<String>();
    try {
      for (var check : JSON.readTree(body).path("checks")) {
        if (!check.path("status").asText().equals("UP")) {
          down.add(check.path("name").asText());
        }
      }
    } catch (IOException e) {
      // Not in JSON: the status alone is told.
    }
    return down.isEmpty()
        ? "it answers %d".formatted(status)
        : "it is not ready, since these are not: " + String.join(", ", down);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    if (!isAlive()) {
      process.start(command.get(), environment, directory);
    }
  }

  @Override
  public void awaitReady(Duration patience) {
    var progress = Progress.of(process, patience);
    for (answer = ask(readiness); !answer.equals(READY); answer = ask(readiness)) {
      if (!isAlive()) {
        throw new PartFailed(
            "%s ended while starting; its log is %s. %s".formatted(name, log, LastWords.of(log)));
      }
      if (!progress.goesOn(answer)) {
        throw new PartFailed(
            "%s did not become ready: %s, and nothing has moved in it for %d s. Its log is %s. %s"
                .formatted(name, answer, patience.toSeconds(), log, LastWords.of(log)));
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  @Override
  public String waitsFor() {
    return answer;
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public boolean stop(Duration patience) {
    return process.stop("TERM", patience);
  }

  @Override
  public void kill() {
    process.kill();
  }
}
