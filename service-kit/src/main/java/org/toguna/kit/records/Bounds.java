package org.toguna.kit.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.toguna.kit.marking.Audience;

/**
 * What bounds the audience of a record: the audiences of all that it hangs on and quotes.
 *
 * @param parents whoever gets the record at all must see these
 * @param anchors a date shows the one that it hangs on, as precisely
 * @param quoted documents: whoever reads a quote may read its document
 */
record Bounds(
    Collection<Audience> parents, Collection<Audience> anchors, Collection<Audience> quoted) {

  /**
   * Those of a record as they are now, also where the owner is not among those admitted. What is
   * not known here bounds nothing that is stored: the policies hide what hangs on it meanwhile.
   */
  static Bounds of(Connection system, UUID id, String owner) throws SQLException {
    Set<UUID> anchors =
        ids(system, "select anchored_on from record_anchor where record_id = ?", id);
    Set<UUID> parents = ids(system, "select parent from record_parent where child = ?", id);
    parents.removeAll(anchors);
    Set<UUID> quoted = ids(system, "select document from record_quote where record_id = ?", id);
    return new Bounds(
        Audiences.ofAll(parents, owner, system).values(),
        Audiences.ofAll(anchors, owner, system).values(),
        Audiences.ofAll(quoted, owner, system).values());
  }

  private static Set<UUID> ids(Connection connection, String sql, UUID id) throws SQLException {
    var ids = new LinkedHashSet<UUID>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, id);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return ids;
  }

  /**
   * What they leave of an audience. Somebody of its owner always gets the record in full, so that
   * nothing is lost to those who wrote it.
   */
  Audience within(Audience audience, String owner) {
    Audience within = audience;
    for (Audience parent : parents) {
      within = within.intersect(new Audience(parent.seen(), parent.seen()).leftFor(owner));
    }
    for (Audience anchor : anchors) {
      within = within.intersect(anchor.leftFor(owner));
    }
    for (Audience document : quoted) {
      Audience readers = new Audience(document.full(), document.full()).leftFor(owner);
      within = new Audience(within.intersect(readers).full(), within.seen());
    }
    if (!within.ownerAlone(owner).full().isEmpty()) {
      return within;
    }
    Set<String> full = new HashSet<>(within.full());
    full.addAll(audience.ownerAlone(owner).full());
    return full.isEmpty() ? audience : new Audience(full, within.seen());
  }
}
