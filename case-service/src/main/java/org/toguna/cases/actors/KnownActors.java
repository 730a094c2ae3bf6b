package org.toguna.cases.actors;

import com.fasterxml.jackson.core.JsonPointer;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.values.Flaw;

/** The actors that case-service has heard of, as far as a reader may know of them. */
@ApplicationScoped
public class KnownActors {
  /** What cannot be armed; persons may be, and so may whoever is not known here. */
  private static final Set<String> UNARMED =
      Set.of(
          "authority",
          "community",
          "ethnic_group",
          "local_mediation_body",
          "ad_hoc_mediation_team",
          "religious_body",
          "women_association",
          "youth_association",
          "herders_association",
          "ngo",
          "international_organisation",
          "media",
          "political_party",
          "business");

  private static final Set<String> ARMED =
      Set.of(
          "armed_group",
          "militia",
          "self_defence",
          "state_forces",
          "foreign_forces",
          "private_military",
          "peacekeepers",
          "criminal_group");

  private final ReaderSql sql;
  private final AgroalDataSource system;

  KnownActors(ReaderSql sql, @DataSource("system") AgroalDataSource system) {
    this.sql = sql;
    this.system = system;
  }

  /** Whether all of these are actors that cannot be armed, whoever asks; nobody is not. */
  public boolean areUnarmed(Collection<ActorReference> some) {
    return !some.isEmpty() && areAllOf(UNARMED, some);
  }

  /** Whether one of these is an actor that is armed, whoever asks. */
  public boolean isOneArmed(Collection<ActorReference> some) {
    return some.stream().anyMatch(one -> areAllOf(ARMED, List.of(one)));
  }

  private boolean areAllOf(Set<String> types, Collection<ActorReference> some) {
    Set<String> ids = new HashSet<>();
    for (ActorReference one : some) {
      if (one.actor() == null) {
        return false;
      }
      ids.add(one.actor().toString());
    }
    return ids.size() == countOf(types, ids);
  }

  /** As all of us have heard: what it tells is never told, it only closes. */
  private int countOf(Set<String> types, Set<String> ids) {
    try (Connection connection = system.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select count(distinct id) from sibling where topic = 'actors.actor' and not gone"
                    + " and id = any (?) and data ->> 'type' = any (?)")) {
      select.setArray(1, connection.createArrayOf("text", ids.toArray()));
      select.setArray(2, connection.createArrayOf("text", types.toArray()));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  /**
   * What is wrong with references, by where they stand: empty ones, and ids of actors that the
   * author does not know of. They are looked up together.
   */
  public List<Flaw> flaws(Map<JsonPointer, ActorReference> references, Reader author) {
    var flaws = new ArrayList<Flaw>();
    Set<UUID> known =
        known(
            references.values().stream()
                .map(ActorReference::actor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()),
            author);
    references.forEach(
        (place, reference) -> {
          flaws.addAll(reference.flaws(place));
          if (reference.actor() != null && !known.contains(reference.actor())) {
            flaws.add(
                Flaw.at(
                    place.appendProperty("actor"),
                    "unknown-actor",
                    "No actor of this id is known to you here. If you have just recorded it, send"
                        + " its Toguna-Position; otherwise leave the id out and keep asStated."));
          }
        });
    return flaws;
  }

  /** The names that events told and the reader may know. */
  Map<UUID, String> names(Collection<UUID> ids, Reader reader) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return sql.query(
        reader,
        "select id, data ->> 'name' from sibling where topic = 'actors.actor' and id = any"
            + " (?::text[]) and not gone and data ->> 'name' is not null",
        List.of((Object) ids.stream().map(UUID::toString).toArray(String[]::new)),
        rows -> {
          var names = new HashMap<UUID, String>();
          while (rows.next()) {
            names.put(UUID.fromString(rows.getString(1)), rows.getString(2));
          }
          return names;
        });
  }

  private Set<UUID> known(Collection<UUID> ids, Reader author) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return sql.query(
        author,
        "select id from sibling where topic = 'actors.actor' and id = any (?::text[]) and not gone",
        List.of((Object) ids.stream().map(UUID::toString).toArray(String[]::new)),
        rows -> {
          var known = new HashSet<UUID>();
          while (rows.next()) {
            known.add(UUID.fromString(rows.getString(1)));
          }
          return known;
        });
  }
}
