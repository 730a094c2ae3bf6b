package org.toguna.kit.values;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The states of the fields of one record, by JSON Pointer.
 *
 * <p>A field with a value has the state {@code value} and no other. A field that neither has a
 * value nor is named takes after the nearest field around it that is withheld, none or unknown, and
 * is unknown if there is no such: silence is never nothing.
 */
public final class States {
  private static final JsonPointer AT = JsonPointer.compile("/states");
  private static final int MOST = 500;

  /** Members that speak about fields and are none. */
  private static final Set<String> NO_FIELDS = Set.of("states", "citations", "readings", "marking");

  private States() {}

  /** Why there is, or is not, a value at the pointer. */
  public static ValueState at(
      JsonNode record, @Nullable Map<String, ValueState> states, JsonPointer pointer) {
    if (JsonPointers.hasValue(record, pointer)) {
      return ValueState.value;
    }
    ValueState own = said(states, pointer);
    if (own != null && own != ValueState.value) {
      return own;
    }
    for (JsonPointer around = pointer.head(); around != null; around = around.head()) {
      ValueState state = said(states, around);
      if (state != null && state != ValueState.value && state != ValueState.some) {
        return state;
      }
    }
    return ValueState.unknown;
  }

  /** The states worth keeping, in the order of their pointers: a value speaks for itself. */
  public static Map<String, ValueState> settled(@Nullable Map<String, ValueState> states) {
    Map<String, ValueState> kept = new TreeMap<>();
    if (states != null) {
      kept.putAll(states);
      kept.values().removeIf(state -> state == ValueState.value);
    }
    return kept;
  }

  /** What is wrong with the states that a client sent with a record. */
  public static List<Flaw> flaws(JsonNode record, @Nullable Map<String, ValueState> states) {
    List<Flaw> flaws = new ArrayList<>();
    if (states == null) {
      return flaws;
    }
    if (states.size() > MOST) {
      flaws.add(Flaw.at(AT, "too-many", "At most %d states can be given.".formatted(MOST)));
      return flaws;
    }
    states.forEach(
        (text, state) -> {
          JsonPointer at = AT.appendProperty(text);
          Optional<JsonPointer> pointer = JsonPointers.read(text).filter(States::isField);
          if (pointer.isEmpty()) {
            flaws.add(
                Flaw.at(
                    at,
                    "not-a-field",
                    "Name the field by its JSON Pointer, such as /ransom/amount."));
          } else if (state == null) {
            flaws.add(Flaw.at(at, "no-state", "Say some, none or unknown."));
          } else {
            contradiction(record, states, pointer.get(), state)
                .ifPresent(flaw -> flaws.add(Flaw.at(at, flaw.code(), flaw.detail())));
          }
        });
    return flaws;
  }

  private record Contradiction(String code, String detail) {}

  private static Optional<Contradiction> contradiction(
      JsonNode record, Map<String, ValueState> states, JsonPointer pointer, ValueState state) {
    boolean there = JsonPointers.hasValue(record, pointer);
    if (state == ValueState.withheld) {
      return Optional.of(
          new Contradiction(
              "withheld-is-not-yours-to-say",
              "Fields are withheld from readers by the marking. Say some, none or unknown."));
    }
    if (there && state != ValueState.value) {
      return Optional.of(
          new Contradiction(
              "state-beside-value",
              "The field has a value, so it is not %s. Drop the one or the other."
                  .formatted(state)));
    }
    if (!there && state == ValueState.value) {
      return Optional.of(
          new Contradiction(
              "value-missing",
              "The state says that there is a value, but there is none. Say some, none or"
                  + " unknown."));
    }
    for (JsonPointer around = pointer.head(); around != null; around = around.head()) {
      if (said(states, around) == ValueState.none) {
        return Optional.of(
            new Contradiction(
                "part-of-nothing",
                "%s is stated to be none, so nothing can be said of a part of it."
                    .formatted(around)));
      }
    }
    return Optional.empty();
  }

  private static boolean isField(JsonPointer pointer) {
    return !pointer.matches() && !NO_FIELDS.contains(pointer.getMatchingProperty());
  }

  private static @Nullable ValueState said(
      @Nullable Map<String, ValueState> states, JsonPointer pointer) {
    return states == null ? null : states.get(pointer.toString());
  }
}
