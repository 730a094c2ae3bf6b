package org.toguna.kit.marking;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.toguna.kit.law.Law;
import org.toguna.kit.marking.Blur.Opening;

/**
 * What readers outside the full audience of a kind of record get of each of its fields, in words
 * for those who decide about it. Every field is in one of the sets; what lies within a field that
 * is withheld is withheld with it and not named.
 *
 * @param asTheyAre told as the owner has them
 * @param places told no finer than the cut of the record
 * @param dates the same
 * @param notOfAll told of most records, withheld of those that say something dangerous
 * @param withheld never told
 */
public record Openness(
    Set<String> asTheyAre,
    Set<String> places,
    Set<String> dates,
    Set<String> notOfAll,
    Set<String> withheld) {

  /** Of all fields of a state under a blur. */
  public static Openness of(Class<?> state, Blur blur) {
    var openness =
        new Openness(
            new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    openness.members(state, "", blur);
    blur.openings()
        .forEach(
            (pattern, opening) -> openness.put("/" + String.join("/", pattern.steps()), opening));
    blur.closedOfSome()
        .forEach(pattern -> openness.notOfAll.add("/" + String.join("/", pattern.steps())));
    openness.asTheyAre.removeAll(openness.notOfAll);
    openness.places.removeAll(openness.notOfAll);
    openness.dates.removeAll(openness.notOfAll);
    return openness;
  }

  private void members(Class<?> type, String above, Blur blur) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = Law.name(component);
      if (above.isEmpty() && Blur.ENVELOPE.contains(name)) {
        continue;
      }
      member(above + "/" + name, component.getGenericType(), blur);
    }
  }

  private void member(String pointer, Type declared, Blur blur) {
    Opening opening = blur.openings().get(PointerPattern.of(pointer));
    if (opening == null) {
      withheld.add(pointer);
    } else if (opening == Opening.WITHIN) {
      Class<?> type = raw(declared);
      if (declared instanceof ParameterizedType of && Collection.class.isAssignableFrom(type)) {
        member(pointer + "/*", of.getActualTypeArguments()[0], blur);
      } else if (type.isRecord()) {
        members(type, pointer, blur);
      }
    }
  }

  private void put(String pointer, Opening opening) {
    switch (opening) {
      case SCALAR -> asTheyAre.add(pointer);
      case PLACE -> places.add(pointer);
      case DATE -> dates.add(pointer);
      case WITHIN -> {}
    }
  }

  /** As cells of a row: what is told, what is cut, what is told of some, what is withheld. */
  public Stream<String> cells() {
    return Stream.of(asTheyAre, places, dates, notOfAll, withheld)
        .map(fields -> String.join(", ", fields.stream().map("`%s`"::formatted).toList()));
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType of ? raw(of.getRawType()) : (Class<?>) type;
  }
}
