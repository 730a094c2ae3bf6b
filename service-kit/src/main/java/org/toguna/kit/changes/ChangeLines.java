package org.toguna.kit.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.paging.Cursors;

/**
 * Changes and positions as they leave the service: JSON, and sealed cursors without a countable
 * gap.
 */
@ApplicationScoped
class ChangeLines {
  private static final String FEED = "changes";
  private final Cursors cursors;

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

  String seal(Reader reader, ChangeFeed.Position position) {
    return cursors.seal(
        reader, FEED, List.of(Long.toString(position.xid()), Long.toString(position.seq())));
  }

  /** One change; the record's stored JSON is passed on as it is. */
  String json(ChangeFeed.Changed change) {
    String head = "{\"id\":\"" + change.id() + "\",\"kind\":\"" + change.kind() + "\",";
    return change.record() == null
        ? head + "\"gone\":true}"
        : head + "\"record\":" + new String(change.record().json(), StandardCharsets.UTF_8) + "}";
  }
}
