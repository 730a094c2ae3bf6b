package org.toguna.cases.gazetteer.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.toguna.cases.gazetteer.outlines.GeoJson;

/**
 * Finds places whose coordinates lie in another commune than the one their code names. Either may
 * be wrong, so neither is corrected: the place is flagged, and the other commune named.
 */
final class Elsewhere {
  static final String FLAG = "in-another-unit";

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All places beneath outlined communes where outlines were imported; else what came just now. */
  private static final String PLACES =
      """
      select p.id, p.adm3, p.lat, p.lon, p.found_in from place p
      where p.adm3 in (select o.unit from unit_outline o join unit u on u.id = o.unit where u.level = 3)
        and (p.import_id = ?::uuid
             or exists (select from unit_outline o where o.import_id = ?::uuid))
      """;

  private static final String FLAGGED =
      """
      update place p set found_in = f.unit,
        flags = case when f.unit is null then array_remove(p.flags, '%1$s')
                     else array_append(array_remove(p.flags, '%1$s'), '%1$s') end,
        version = case when p.import_id = ?::uuid then p.version else p.version + 1 end,
        updated_at = ?::timestamptz, import_id = ?::uuid
      from unnest(?::text[], ?::text[]) as f (id, unit) where p.id = f.id
      """
          .formatted(FLAG);

  private final Map<String, PreparedGeometry> communes = new HashMap<>();
  private final STRtree byBox = new STRtree();
  private final Connection connection;
  private final ImportOrder order;

  private Elsewhere(Connection connection, ImportOrder order) {
    this.connection = connection;
    this.order = order;
  }

  /** Flags what lies elsewhere and takes flags back that no longer hold. */
  static void flag(Connection connection, ImportOrder order) throws SQLException {
    var elsewhere = new Elsewhere(connection, order);
    elsewhere.readCommunes();
    if (!elsewhere.communes.isEmpty()) {
      elsewhere.write();
    }
  }

  private void readCommunes() throws SQLException {
    UnitTable.query(
        connection,
        "select u.id, o.geometry from unit_outline o join unit u on u.id = o.unit where u.level = 3",
        row -> commune(row.getString(1), area(row.getString(2))));
  }

  private void commune(String id, Geometry area) {
    communes.put(id, PreparedGeometryFactory.prepare(area));
    byBox.insert(area.getEnvelopeInternal(), id);
  }

  private static Geometry area(String geometry) {
    try {
      return GeoJson.read(JSON.readTree(geometry));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write() throws SQLException {
    var ids = new ArrayList<String>();
    var units = new ArrayList<@Nullable String>();
    try (var statement = connection.prepareStatement(PLACES)) {
      statement.setObject(1, order.id());
      statement.setObject(2, order.id());
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          var found = foundIn(row.getString(2), row.getDouble(3), row.getDouble(4));
          if (!Objects.equals(found, row.getString(5))) {
            ids.add(row.getString(1));
            units.add(found);
          }
        }
      }
    }
    try (var statement = connection.prepareStatement(FLAGGED)) {
      statement.setObject(1, order.id());
      statement.setTimestamp(2, Timestamp.from(order.at()));
      statement.setObject(3, order.id());
      statement.setArray(4, connection.createArrayOf("text", ids.toArray()));
      statement.setArray(5, connection.createArrayOf("text", units.toArray()));
      statement.executeUpdate();
    }
  }

  /** The other commune that holds the point; none where its own does, or nobody's. */
  private @Nullable String foundIn(String own, double lat, double lon) {
    var point = GEOMETRIES.createPoint(new Coordinate(lon, lat));
    var holding = communes.get(own);
    if (holding == null || holding.covers(point)) {
      return null;
    }
    List<?> near = byBox.query(point.getEnvelopeInternal());
    return near.stream()
        .map(String.class::cast)
        .filter(id -> Objects.requireNonNull(communes.get(id)).covers(point))
        .min(String::compareTo)
        .orElse(null);
  }
}
