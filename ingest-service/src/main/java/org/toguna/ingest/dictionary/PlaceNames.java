package org.toguna.ingest.dictionary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.toguna.ingest.mentions.NameDictionary;
import org.toguna.ingest.mentions.NameEntry;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.siblings.SiblingNews;
import org.toguna.kit.siblings.SiblingRecord;

/** The gazetteer's names as one automaton, built again when places changed and somebody reads. */
@ApplicationScoped
class PlaceNames implements SiblingNews {
  private static final String TOPIC = "cases.place";
  private static final int FETCH = 2_000;
  private static final List<String> UNITS = List.of("country", "adm1", "adm2", "adm3");
  private final AgroalDataSource system;
  private final ObjectMapper mapper;

  /**
   * News are heard before they are stored: for this long after the last, what is built is not
   * final.
   */
  private static final Duration SETTLING = Duration.ofSeconds(3);

  private static final Duration BETWEEN_BUILDS = Duration.ofSeconds(1);
  private volatile Instant changedAt = Instant.now();
  private volatile Instant builtAt = Instant.EPOCH;
  private volatile NameDictionary names = NameDictionary.of(List.of());

  PlaceNames(@DataSource("system") AgroalDataSource system, ObjectMapper mapper) {
    this.system = system;
    this.mapper = mapper;
  }

  @Override
  public boolean wants(String topic) {
    return topic.equals(TOPIC);
  }

  @Override
  public void heard(SiblingRecord news) {
    changedAt = Instant.now();
  }

  NameDictionary names() {
    if (due()) {
      rebuild();
    }
    return names;
  }

  private boolean due() {
    return builtAt.isBefore(changedAt.plus(SETTLING))
        && builtAt.plus(BETWEEN_BUILDS).isBefore(Instant.now());
  }

  private synchronized void rebuild() {
    if (!due()) {
      return;
    }
    Instant started = Instant.now();
    try (Connection connection = system.getConnection()) {
      connection.setAutoCommit(false); // so that rows are fetched in portions
      try {
        names = NameDictionary.of(entries(connection));
        builtAt = started;
      } finally {
        connection.commit();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  private List<NameEntry> entries(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select data::text from sibling where topic = ? and view = 'full' and not gone")) {
      select.setFetchSize(FETCH);
      select.setString(1, TOPIC);
      try (ResultSet row = select.executeQuery()) {
        var entries = new ArrayList<NameEntry>();
        while (row.next()) {
          add(entries, mapper.readTree(row.getString(1)));
        }
        return entries;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(List<NameEntry> entries, JsonNode place) {
    String id = place.path("id").asText();
    String level = place.path("level").asText();
    var path = new ArrayList<String>();
    UNITS.forEach(
        unit -> {
          if (place.path("path").hasNonNull(unit)) {
            path.add(place.path("path").get(unit).asText());
          }
        });
    for (JsonNode name : place.path("names")) {
      entries.add(NameEntry.place(id, name.path("name").asText(), level, path));
    }
  }
}
