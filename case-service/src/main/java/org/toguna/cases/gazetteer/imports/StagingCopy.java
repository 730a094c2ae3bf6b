package org.toguna.cases.gazetteer.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.toguna.cases.gazetteer.Likeness;
import org.toguna.cases.gazetteer.Name;
import org.toguna.kit.names.Fold;

/** Streams rows into the staging table by COPY, good ones and rejected ones alike. */
final class StagingCopy implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FLUSHED_AT = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder buffer = new StringBuilder(FLUSHED_AT * 2);

  StagingCopy(Connection connection) throws SQLException {
    copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "copy place_staging (line, id, provider, provider_id, pcode, level, name,"
                    + " ascii_name, kind, country, lat, lon, adm0, adm1, adm2, adm3, seat_of,"
                    + " population, valid_from, valid_to, stated_on, flags, names, digest, pointer,"
                    + " code, detail, outcome) from stdin (format csv)");
  }

  void add(StagedPlace place) throws SQLException {
    var names = names(place.names());
    int start = buffer.length();
    fields(
        place.line(),
        place.id(),
        place.provider(),
        place.providerId(),
        place.pcode(),
        place.level(),
        place.name(),
        place.asciiName(),
        place.kind(),
        place.country(),
        place.lat(),
        place.lon(),
        unit(place, 0),
        unit(place, 1),
        unit(place, 2),
        unit(place, 3),
        place.seatOf(),
        place.population(),
        place.validFrom(),
        place.validTo(),
        place.statedOn(),
        "{" + String.join(",", place.flags()) + "}",
        names);
    var said = buffer.substring(buffer.indexOf(",", start));
    fields("", "\\x" + digest(said), null, null, null, null);
    end();
  }

  /** A row that is no place to stage: rejected, or a unit that was taken otherwise. */
  void add(RowOutcome row) throws SQLException {
    fields(row.line(), row.id());
    buffer.append(",".repeat(19));
    fields("", "{" + String.join(",", row.flags()) + "}");
    buffer.append(",".repeat(2));
    fields("", row.pointer(), row.code(), row.detail(), row.outcome().word());
    end();
  }

  void finish() throws SQLException {
    flush();
    copy.endCopy();
  }

  /** A first empty field continues the row that was begun. */
  private void fields(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        buffer.append(',');
      }
      var value = values[i];
      if (value != null && !(i == 0 && value.equals(""))) {
        buffer.append('"').append(value.toString().replace("\"", "\"\"")).append('"');
      }
    }
  }

  private void end() throws SQLException {
    buffer.append('\n');
    if (buffer.length() > FLUSHED_AT) {
      flush();
    }
  }

  private void flush() throws SQLException {
    byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    buffer.setLength(0);
  }

  private static @Nullable String unit(StagedPlace place, int level) {
    return level < place.units().size() ? place.units().get(level) : null;
  }

  static String names(List<Name> names) {
    ArrayNode array = JSON.createArrayNode();
    for (var name : names) {
      array
          .addObject()
          .put("name", name.name())
          .put("language", name.language())
          .put("kind", name.kind().word())
          .put("folded", Fold.of(name.name()))
          .put("sound", Likeness.sound(name.name()));
    }
    try {
      return JSON.writeValueAsString(array);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String digest(String said) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
