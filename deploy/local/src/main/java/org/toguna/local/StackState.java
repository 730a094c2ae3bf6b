package org.toguna.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.toguna.parts.OwnersOnly;
import org.toguna.parts.PartFailed;

/**
 * What the supervisor tells the other commands, and the next supervisor, about itself.
 *
 * @param ready whether every part has answered and the samples are loaded
 */
record StackState(
    ProcessMark supervisor, boolean ready, Layout layout, Map<String, PartState> parts) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * One part: its process, whether it answered when last looked at, how often it was brought back.
   */
  record PartState(ProcessMark process, boolean ready, int restarts) {}

  static Optional<StackState> read(Home home) {
    if (!Files.exists(home.state())) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(home.state().toFile(), StackState.class));
    } catch (IOException e) {
      throw new PartFailed("cannot read %s: %s".formatted(home.state(), e.getMessage()), e);
    }
  }

  void write(Home home) {
    try {
      var draft = home.state().resolveSibling("state.draft");
      OwnersOnly.file(draft);
      JSON.writeValue(draft.toFile(), this);
      Files.move(
          draft, home.state(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new PartFailed("cannot write %s: %s".formatted(home.state(), e.getMessage()), e);
    }
  }

  boolean isRunning() {
    return supervisor.alive().isPresent();
  }

  /** Ends what a supervisor left running when it was killed itself; the database is told apart. */
  void endLeftovers() {
    parts.forEach(
        (name, part) -> {
          if (!name.equals("postgres")) {
            part.process().end(Duration.ofSeconds(10));
          }
        });
  }
}
