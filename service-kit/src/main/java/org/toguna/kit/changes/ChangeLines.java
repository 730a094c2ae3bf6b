package org.toguna.kit.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.paging.Cursors;
import org.toguna.kit.problems.Refusal;

/**
 * Changes and positions as they leave the service: JSON, and sealed cursors without a countable
 * gap.
 */
@ApplicationScoped
class ChangeLines {
  private static final String FEED = "changes";
  private final Cursors cursors;
  private final Clock clock = Clock.systemUTC();

  ChangeLines(Cursors cursors) {
    this.cursors = cursors;
  }

  ChangeFeed.Position open(Reader reader, @Nullable String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return ChangeFeed.Position.START;
    }
    List<String> parts = cursors.open(reader, FEED, cursor);
    return new ChangeFeed.Position(Long.parseLong(parts.get(0)), Long.parseLong(parts.get(1)));
  }

  /** Empty if it was made too long ago, or not for what the reader is now. */
  Optional<ChangeFeed.Position> open(Reader reader, String cursor, Instant now, Duration oldest) {
    try {
      List<String> parts = cursors.open(reader, FEED, cursor);
      Instant made =
          parts.size() < 3 ? Instant.EPOCH : Instant.ofEpochSecond(Long.parseLong(parts.get(2)));
      return made.isBefore(now.minus(oldest))
          ? Optional.empty()
          : Optional.of(
              new ChangeFeed.Position(Long.parseLong(parts.get(0)), Long.parseLong(parts.get(1))));
    } catch (Refusal notTheirs) {
      return Optional.empty();
    }
  }

  String seal(Reader reader, ChangeFeed.Position position) {
    return cursors.seal(
        reader,
        FEED,
        List.of(
            Long.toString(position.xid()),
            Long.toString(position.seq()),
            Long.toString(clock.instant().getEpochSecond())));
  }

  /** One change; the record's stored JSON is passed on as it is. */
  String json(ChangeFeed.Changed change) {
    String head = "{\"id\":\"" + change.id() + "\",\"kind\":\"" + change.kind() + "\",";
    return change.record() == null
        ? head + "\"gone\":true}"
        : head + "\"record\":" + new String(change.record().json(), StandardCharsets.UTF_8) + "}";
  }
}
