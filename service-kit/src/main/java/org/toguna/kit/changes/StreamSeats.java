package org.toguna.kit.changes;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** Streams that are open in this instance, so many of a person and so many of an organisation. */
@Singleton
class StreamSeats {
  private final int ofPerson;
  private final int ofOrganisation;
  private final Map<String, Integer> taken = new HashMap<>();

  StreamSeats(
      @ConfigProperty(name = "toguna.streams.per-person") int ofPerson,
      @ConfigProperty(name = "toguna.streams.per-organisation") int ofOrganisation) {
    this.ofPerson = ofPerson;
    this.ofOrganisation = ofOrganisation;
  }

  /**
   * Takes a seat.
   *
   * @return gives it back, as often as it is called
   * @throws Refusal if there is none left
   */
  synchronized Runnable take(Reader reader) {
    String person = "person:" + reader.person();
    String organisation = "org:" + Objects.requireNonNullElse(reader.organisation(), "");
    if (taken.getOrDefault(person, 0) >= ofPerson
        || taken.getOrDefault(organisation, 0) >= ofOrganisation) {
      throw new Refusal(ProblemType.TOO_MANY_STREAMS, Phrase.of("too-many-streams.detail"));
    }
    taken.merge(person, 1, Integer::sum);
    taken.merge(organisation, 1, Integer::sum);
    var given = new AtomicBoolean();
    return () -> {
      if (given.compareAndSet(false, true)) {
        giveBack(person, organisation);
      }
    };
  }

  private synchronized void giveBack(String person, String organisation) {
    for (String holder : new String[] {person, organisation}) {
      taken.computeIfPresent(holder, (any, number) -> number > 1 ? number - 1 : null);
    }
  }
}
