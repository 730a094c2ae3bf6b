package org.toguna.cases.gazetteer.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.toguna.cases.csv.DamagedText;
import org.toguna.cases.csv.RowFlaw;
import org.toguna.cases.gazetteer.Name;
import org.toguna.cases.gazetteer.imports.RowOutcome.Kind;
import org.toguna.cases.gazetteer.outlines.GeoJson;
import org.toguna.cases.gazetteer.outlines.Zoom;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/**
 * Takes a feature collection of outlines, and the names in other languages that come with them. A
 * feature names its unit by code, level and name, or, where its provider has no codes, by country
 * and name; it never opens a unit. Afterwards the places are looked at again: see {@link
 * Elsewhere}.
 */
final class OutlineImport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> NAMES =
      new TreeMap<>(Map.of("name_fr", "fr", "name_en", "en", "name_ar", "ar"));
  private static final int MOST = 5_000;
  private static final int DECIMALS = 6;

  private final Connection connection;
  private final ImportOrder order;
  private final String provider;
  private final UnitBook book;

  private OutlineImport(Connection connection, ImportOrder order, String provider, UnitBook book) {
    this.connection = connection;
    this.order = order;
    this.provider = provider;
    this.book = book;
  }

  /** An outline that was taken. */
  private record Taken(UnitEntry unit, Geometry area, RowOutcome outcome) {}

  /**
   * @param provider who drew the outlines, in which edition
   * @return what became of each feature, in the order of the collection, the first as line 2
   */
  static List<RowOutcome> take(
      Connection connection, ImportOrder order, String provider, InputStream body, UnitBook book)
      throws SQLException {
    return new OutlineImport(connection, order, provider, book).take(features(body));
  }

  private static JsonNode features(InputStream body) {
    try {
      var features = JSON.readTree(body).path("features");
      if (features.isArray() && features.size() <= MOST) {
        return features;
      }
    } catch (IOException unreadable) {
      // Said below.
    }
    throw new Refusal(
        ProblemType.MALFORMED_REQUEST,
        "Send a FeatureCollection of RFC 7946 with at most %d features.".formatted(MOST));
  }

  private List<RowOutcome> take(JsonNode features) throws SQLException {
    var outcomes = new ArrayList<RowOutcome>();
    var changed = new TreeMap<Integer, List<Taken>>();
    int line = 1;
    for (var feature : features) {
      line++;
      try {
        var taken = take(line, feature);
        outcomes.add(taken.outcome());
        if (taken.outcome().outcome() != Kind.UNCHANGED) {
          changed.computeIfAbsent(taken.unit().level(), _ -> new ArrayList<>()).add(taken);
        }
      } catch (RowFlaw flaw) {
        outcomes.add(
            new RowOutcome(
                line, Kind.REJECTED, null, flaw.pointer(), flaw.code(), flaw.detail(), List.of()));
      }
    }
    for (var level : changed.values()) {
      simplify(level);
    }
    return outcomes;
  }

  private Taken take(int line, JsonNode feature) throws RowFlaw, SQLException {
    var unit = unit(feature.path("properties"));
    Geometry area;
    try {
      area = GeoJson.read(feature.path("geometry"));
    } catch (IllegalArgumentException e) {
      throw new RowFlaw("geometry", "not-an-outline", String.valueOf(e.getMessage()));
    }
    var named = unit.saidBy(provider, unit.name(), names(feature), UnitEntry.Details.NONE);
    boolean renamed = !named.saysTheSameAs(unit);
    if (renamed) {
      book.replace(named);
    }
    var kind = store(named, GeoJson.write(area, DECIMALS));
    var outcome = kind == Kind.UNCHANGED && renamed ? Kind.UPDATED : kind;
    return new Taken(
        named,
        area,
        new RowOutcome(line, outcome, named.id(), null, null, null, List.of())
            .flagged(damaged(feature)));
  }

  private static List<Name> names(JsonNode feature) {
    var names = new ArrayList<Name>();
    NAMES.forEach(
        (member, language) -> {
          var name = feature.path("properties").path(member).asText("").strip();
          if (!name.isEmpty() && name.length() <= 200) {
            names.add(new Name(name, language, Name.Kind.ALTERNATIVE));
          }
        });
    return names;
  }

  private static List<String> damaged(JsonNode feature) {
    boolean any = names(feature).stream().anyMatch(name -> DamagedText.isDamaged(name.name()));
    return any ? List.of(Doubt.DAMAGED_ALTERNATIVE_NAME.word()) : List.of();
  }

  private UnitEntry unit(JsonNode properties) throws RowFlaw {
    var country = country(properties.path("country").asText(""));
    var name = properties.path("name").asText("");
    var pcode = properties.path("pcode").asText("");
    if (pcode.isEmpty()) {
      // Natural Earth puts the English name first: Timbuktu, where the COD has Tombouctou.
      return book.called(country, name)
          .or(() -> book.called(country, properties.path("name_fr").asText("")))
          .orElseThrow(
              () ->
                  new RowFlaw(
                      "name",
                      "unknown-unit",
                      "No unit, or more than one, is called %s: import the units first, or give the P-code."
                          .formatted(name)));
    }
    int level = properties.path("level").asInt(-1);
    var coded =
        book.coded(country, pcode).stream()
            .filter(unit -> !book.isNew(unit))
            .filter(unit -> unit.level() == level && unit.mayBeCalled(name))
            .toList();
    var own = coded.stream().filter(unit -> order.coding().orElse("").equals(unit.coding()));
    return own.findFirst()
        .or(() -> coded.size() == 1 ? Optional.of(coded.getFirst()) : Optional.empty())
        .orElseThrow(
            () ->
                new RowFlaw(
                    "pcode",
                    coded.isEmpty() ? "unknown-unit" : "ambiguous-unit",
                    "The units %s of level %d called %s are %d: import the units first, or name their edition with coding=."
                        .formatted(pcode, level, name, coded.size())));
  }

  private static String country(String given) throws RowFlaw {
    return Countries.code(given)
        .orElseThrow(
            () ->
                new RowFlaw(
                    "country",
                    "unknown-country",
                    "Name the country by its code of ISO 3166: MLI or ML."));
  }

  /** A provider may redraw its own outlines; another's outline never takes their place. */
  private Kind store(UnitEntry unit, String geometry) throws SQLException {
    var standing = standing(unit);
    if (standing != null
        && (!standing.provider.equals(provider) || standing.geometry.equals(geometry))) {
      return Kind.UNCHANGED;
    }
    new SqlParts()
        .add(
            "insert into unit_outline values (?, ?, ?, ?::uuid) on conflict (unit) do update set"
                + " geometry = excluded.geometry, import_id = excluded.import_id",
            unit.id(),
            provider,
            geometry,
            order.id())
        .execute(connection);
    return standing == null ? Kind.CREATED : Kind.UPDATED;
  }

  private record Standing(String provider, String geometry) {}

  private @Nullable Standing standing(UnitEntry unit) throws SQLException {
    try (var statement =
        connection.prepareStatement("select provider, geometry from unit_outline where unit = ?")) {
      statement.setString(1, unit.id());
      try (var row = statement.executeQuery()) {
        return row.next() ? new Standing(row.getString(1), row.getString(2)) : null;
      }
    }
  }

  /** What was taken of one level is simplified together, so that shared borders stay shared. */
  private void simplify(List<Taken> neighbours) throws SQLException {
    var areas = neighbours.stream().map(Taken::area).toList();
    for (var zoom : Arrays.asList(Zoom.values())) {
      var simple = zoom.simplified(areas);
      try (var statement =
          connection.prepareStatement(
              "insert into unit_outline_at_zoom select unit, ?, ? from unit_outline where unit = ?"
                  + " and provider = ? on conflict (unit, zoom) do update set"
                  + " geometry = excluded.geometry")) {
        for (int i = 0; i < simple.size(); i++) {
          statement.setInt(1, zoom.zoom());
          statement.setString(2, simple.get(i));
          statement.setString(3, neighbours.get(i).unit().id());
          statement.setString(4, provider);
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
  }
}
