package org.toguna.cases.gazetteer.outlines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/**
 * The outlines within a unit, as a GeoJSON feature collection; the last ones asked for are kept.
 */
@ApplicationScoped
class Outlines {
  /** More units make a file that no map needs at once; the communes of Mali are 701. */
  private static final int MOST = 1_000;

  private static final int KEPT = 32;

  private final AgroalDataSource database;
  private final ObjectMapper json;
  private final Map<Asked, Collection> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Collection> eldest) {
          return size() > KEPT;
        }
      };

  Outlines(AgroalDataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** All units of a level in a unit, itself if it is of that level, at a zoom. */
  record Asked(String unit, PlaceLevel level, int zoom) {}

  /**
   * @param edition changes whenever outlines are imported
   */
  record Collection(String edition, String body) {}

  Collection find(Asked asked) {
    var edition = edition();
    synchronized (kept) {
      var known = kept.get(asked);
      if (known != null && known.edition.equals(edition)) {
        return known;
      }
    }
    var found = new Collection(edition, read(asked));
    synchronized (kept) {
      kept.put(asked, found);
    }
    return found;
  }

  private String edition() {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select id from gazetteer_import where form in ('outlines', 'units')"
                    + " order by at desc, id limit 1");
        var row = statement.executeQuery()) {
      return row.next() ? row.getString(1) : "none";
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  private String read(Asked asked) {
    var zoom = Zoom.fit(asked.zoom);
    var geometry =
        zoom.isEmpty()
            ? "o.geometry"
            : "(select z.geometry from unit_outline_at_zoom z where z.unit = o.unit and z.zoom = "
                + zoom.get().zoom()
                + ")";
    var sql =
        "select u.id, u.pcode, u.name, o.provider, %s, u.valid_from, u.valid_to from unit u join unit_outline o on o.unit = u.id"
            + " where u.level = ? and ? in (u.adm0, u.adm1, u.adm2, u.adm3) order by u.id limit ?";
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql.formatted(geometry))) {
      statement.setInt(1, asked.level.ordinal());
      statement.setString(2, asked.unit);
      statement.setInt(3, MOST + 1);
      var features = new StringBuilder();
      int count = 0;
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          if (++count > MOST) {
            throw new Refusal(
                ProblemType.BAD_PARAMETER,
                "There are more than %d outlines; ask for a smaller unit or a coarser level."
                    .formatted(MOST));
          }
          var properties = new LinkedHashMap<String, Object>();
          properties.put("pcode", row.getString(2));
          properties.put("name", row.getString(3));
          properties.put("level", asked.level.name());
          properties.put("provider", row.getString(4));
          properties.put("validFrom", row.getString(6));
          properties.put("validTo", row.getString(7));
          features
              .append(count > 1 ? "," : "")
              .append("{\"type\":\"Feature\",\"id\":")
              .append(text(row.getString(1)))
              .append(",\"properties\":")
              .append(text(properties))
              .append(",\"geometry\":")
              .append(row.getString(5))
              .append('}');
        }
      }
      return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
