package org.toguna.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.toguna.kit.values.UncertainDate;

/** Puts a date wherever a type can hold one, found by another way than the registry finds it. */
final class EveryDate {
  private final String edtf;
  private final List<String> filled = new ArrayList<>();

  private EveryDate(String edtf) {
    this.edtf = edtf;
  }

  /** Where dates were put. */
  static List<String> fill(Class<?> type, ObjectNode state, String edtf) {
    var every = new EveryDate(edtf);
    every.fill(type, state, JsonPointer.empty(), 0);
    return every.filled;
  }

  private void fill(Class<?> type, ObjectNode state, JsonPointer at, int depth) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
      name = named == null ? name : named.value();
      Type held = component.getGenericType();
      boolean many =
          held instanceof ParameterizedType list
              && Collection.class.isAssignableFrom((Class<?>) list.getRawType());
      Type one = many ? ((ParameterizedType) held).getActualTypeArguments()[0] : held;
      if (one instanceof Class<?> plain && plain.isRecord() && depth < 5) {
        ObjectNode next = many ? state.putArray(name).addObject() : state.putObject(name);
        JsonPointer there = at.appendProperty(name);
        there = many ? there.appendIndex(0) : there;
        if (plain == UncertainDate.class) {
          next.put("edtf", edtf);
          filled.add(there.toString());
        } else {
          fill(plain, next, there, depth + 1);
        }
      }
    }
  }
}
