package org.toguna.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.toguna.parts.PartFailed;
import org.toguna.parts.Postgres;

/** Ends the running stack, or what is left of one, and says so only when nothing of it runs. */
final class Down {

  private static final Duration PATIENCE = Duration.ofSeconds(100);
  private static final Duration OF_A_PART = Duration.ofSeconds(40);

  private final Home home;
  private final Voice voice = new Voice();

  Down(Home home) {
    this.home = home;
  }

  int run() {
    var found = StackState.read(home);
    if (found.isEmpty() && running().isEmpty() && !home.isHeld()) {
      voice.sayPlainly("Nothing is running in " + home.data());
      return 0;
    }
    found.ifPresent(this::end);
    running().forEach(process -> ProcessMark.end(process, OF_A_PART));
    var remaining = remaining(found);
    if (!remaining.isEmpty()) {
      voice.say("not ended: %s. End them with `kill`".formatted(String.join(", ", remaining)));
      return 1;
    }
    forget();
    voice.say("all parts have ended; the data stays in " + home.data());
    return 0;
  }

  private void end(StackState state) {
    if (state.isRunning()) {
      voice.say("ending the stack (process %d)".formatted(state.supervisor().pid()));
      state.supervisor().end(PATIENCE);
    } else {
      voice.say("the supervisor was killed; ending what it left");
    }
    state.endLeftovers();
    new Postgres(home.data().resolve("postgres"), state.layout().postgres(), "", Map.of())
        .endPrevious();
  }

  /** Whatever of it runs, and of a rehearsal that nobody holds any more, written down or not. */
  private List<ProcessHandle> running() {
    return Stream.concat(
            StackProcesses.of(home).stream(),
            StackProcesses.of(Rehearsal.stage(home)).stream().filter(StackProcesses::isLeft))
        .toList();
  }

  private Collection<String> remaining(Optional<StackState> found) {
    var remaining = new TreeMap<Long, String>();
    running().forEach(process -> remaining.put(process.pid(), "process " + process.pid()));
    found.ifPresent(
        state -> {
          state
              .parts()
              .forEach((name, part) -> part.process().alive().ifPresent(of(remaining, name)));
          state.supervisor().alive().ifPresent(of(remaining, "the supervisor"));
        });
    if (remaining.isEmpty() && home.isHeld()) {
      remaining.put(0L, "a supervisor that nothing tells of holds " + home.lock());
    }
    return remaining.values();
  }

  private static Consumer<ProcessHandle> of(Map<Long, String> remaining, String name) {
    return process -> remaining.put(process.pid(), "%s (%d)".formatted(name, process.pid()));
  }

  private void forget() {
    try {
      Files.deleteIfExists(home.state());
    } catch (IOException e) {
      throw new PartFailed("cannot remove " + home.state(), e);
    }
  }
}
