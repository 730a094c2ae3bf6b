package org.toguna.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.toguna.parts.PartFailed;
import org.toguna.parts.Postgres;

/** Ends the running stack, or what is left of one. */
final class Down {

  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private final Home home;
  private final Voice voice = new Voice();

  Down(Home home) {
    this.home = home;
  }

  int run() {
    var found = StackState.read(home);
    if (found.isEmpty()) {
      voice.sayPlainly("Nothing is running in " + home.data());
      return 0;
    }
    var state = found.get();
    if (state.isRunning()) {
      voice.say("ending the stack (process %d)".formatted(state.supervisor().pid()));
      state.supervisor().end(PATIENCE);
    } else {
      voice.say("the supervisor was killed; ending what it left");
    }
    state.endLeftovers();
    new Postgres(home.data().resolve("postgres"), state.layout().postgres(), "", Map.of())
        .endPrevious();
    try {
      Files.deleteIfExists(home.state());
    } catch (IOException e) {
      throw new PartFailed("cannot remove " + home.state(), e);
    }
    voice.say("all parts have ended; the data stays in " + home.data());
    return 0;
  }
}
