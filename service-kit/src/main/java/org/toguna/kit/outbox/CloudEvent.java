package org.toguna.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka binary mode: attributes as {@code ce_} headers, data as the value. */
public final class CloudEvent {
  private static final Pattern MADE_BY_A_MACHINE = Pattern.compile("[0-9a-f]{8,32}|[0-9a-f-]{36}");

  private CloudEvent() {}

  static void put(Headers headers, ResultSet row, String source) throws SQLException {
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", row.getString("id"));
    put(headers, "ce_type", row.getString("type"));
    put(headers, "ce_source", source);
    put(headers, "ce_subject", row.getString("aggregateid"));
    put(headers, "ce_time", row.getTimestamp("time").toInstant().toString());
    put(headers, "ce_aggregateversion", row.getString("version"));
    put(headers, "ce_marking", row.getString("marking"));
    put(headers, "ce_correlationid", nameless(row.getString("correlationid")));
    put(headers, "ce_causationid", row.getString("causationid"));
    put(headers, "content-type", "application/json");
  }

  /** A client calls its requests what it likes, and may name somebody by it: that stays here. */
  private static @Nullable String nameless(@Nullable String correlation) {
    return correlation != null && MADE_BY_A_MACHINE.matcher(correlation).matches()
        ? correlation
        : null;
  }

  private static void put(Headers headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The attribute of that name, without the {@code ce_}. */
  public static @Nullable String attribute(Headers headers, String name) {
    Header header = headers.lastHeader("ce_" + name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
