package org.toguna.kit.problems;

import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names a Java type as somebody knows it who has only seen the JSON. */
final class Kinds {

  private Kinds() {}

  static String of(@Nullable Class<?> type) {
    if (type == null) {
      return "another type";
    }
    if (type == String.class || type.isEnum()) {
      return "a string";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "a whole number";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "an array";
    }
    if (type == UUID.class) {
      return "a UUID";
    }
    if (Temporal.class.isAssignableFrom(type)) {
      return "a date or time as ISO 8601 writes it";
    }
    return "an object";
  }
}
