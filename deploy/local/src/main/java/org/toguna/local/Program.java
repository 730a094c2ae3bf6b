package org.toguna.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.toguna.parts.ChildProcess;
import org.toguna.parts.Part;
import org.toguna.parts.PartFailed;

/** A part that is ready when it answers 200 at an address. */
final class Program implements Part {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final String name;
  private final Supplier<List<String>> command;
  private final Map<String, String> environment;
  private final Path directory;
  private final URI readiness;
  private final Path log;
  private final ChildProcess process;

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

  static boolean answers(URI address) {
    try {
      var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
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
    var end = Instant.now().plus(patience);
    while (!answers(readiness)) {
      if (!isAlive()) {
        throw new PartFailed(
            "%s ended while starting; its log is %s. %s"
                .formatted(name, log, LastWords.of(log, process.lastWords())));
      }
      if (Instant.now().isAfter(end)) {
        throw new PartFailed(
            "%s did not become ready within %d s. %s"
                .formatted(name, patience.toSeconds(), process.lastWords()));
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
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
