package org.toguna.cases.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.toguna.kit.values.Reading;

/**
 * What the readings of a record say beside its fields. A value that was not preferred is told as
 * well: what must stay with the owner must not leave as a second reading.
 */
public final class Rivals {
  private Rivals() {}

  /** Whether a reading has that code, or holds it. */
  public static boolean say(List<Reading> readings, String code) {
    return readings.stream().anyMatch(reading -> holds(reading.value(), code));
  }

  /** The same of a record's JSON. */
  public static boolean say(JsonNode record, String code) {
    return StreamSupport.stream(record.path("readings").spliterator(), false)
        .anyMatch(reading -> holds(reading.path("value"), code));
  }

  /** Whether a reading is of a member of that name, of something in it, or of what it is in. */
  public static boolean areOf(List<Reading> readings, String member) {
    return readings.stream()
        .anyMatch(
            reading ->
                (reading.field() + "/").contains("/" + member + "/")
                    || !reading.value().findPath(member).isMissingNode());
  }

  private static boolean holds(JsonNode value, String code) {
    if (value.isContainerNode()) {
      return StreamSupport.stream(value.spliterator(), false).anyMatch(one -> holds(one, code));
    }
    return value.asText().equals(code);
  }
}
