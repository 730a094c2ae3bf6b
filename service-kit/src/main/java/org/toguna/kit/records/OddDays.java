package org.toguna.kit.records;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.law.Law;
import org.toguna.kit.values.Basis;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.MayLie;
import org.toguna.kit.values.PossibleDays;
import org.toguna.kit.values.UncertainDate;

/**
 * Days in a record that cannot be, wherever its kind holds a date: found by the types of its state,
 * never kind by kind. They are judged as of the day on which the view was written, which the view
 * says, so that whoever reads it judges as whoever wrote it did.
 */
public final class OddDays {
  private static final Set<String> NO_FACTS = Set.of("states", "citations", "readings", "marking");

  /** A member that is a date, or holds some. */
  private record Member(String name, Class<?> type, boolean many, Set<MayLie.Beyond> allowed) {}

  private static final ClassValue<List<Member>> MEMBERS =
      new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
          return membersOf(type);
        }
      };

  private final LocalDate recorded;
  private final List<Flaw> found = new ArrayList<>();
  private final List<ObjectNode> dates = new ArrayList<>();

  private OddDays(LocalDate recorded) {
    this.recorded = recorded;
  }

  /** What is odd about the dates of a view, each at its place. */
  static List<Flaw> in(Class<?> type, ObjectNode view) {
    return look(type, view).found;
  }

  /** The same view, the odd dates of it open on both sides; their words and expressions stay. */
  static ObjectNode without(Class<?> type, ObjectNode view) {
    if (look(type, view).dates.isEmpty()) {
      return view;
    }
    ObjectNode open = view.deepCopy();
    look(type, open).dates.forEach(date -> date.remove(List.of("from", "to")));
    return open;
  }

  /** What is odd about the dates in JSON of no known type, by what dates look like. */
  public static List<Flaw> inJson(
      JsonNode json, JsonPointer at, LocalDate recorded, Predicate<JsonPointer> mayLieAhead) {
    var odd = new OddDays(recorded);
    odd.walk(json, at, mayLieAhead);
    return List.copyOf(odd.found);
  }

  private static OddDays look(Class<?> type, ObjectNode view) {
    var odd = new OddDays(writtenOn(view));
    odd.walk(type, view, JsonPointer.empty());
    return odd;
  }

  /** The day on which a view was written. */
  public static LocalDate writtenOn(ObjectNode view) {
    return LocalDate.ofInstant(Instant.parse(view.path("updatedAt").asText()), ZoneOffset.UTC);
  }

  private void walk(Class<?> type, JsonNode node, JsonPointer at) {
    for (Member member : MEMBERS.get(type)) {
      JsonNode value = node.path(member.name());
      JsonPointer there = at.appendProperty(member.name());
      if (!member.many()) {
        one(member, value, there);
      } else if (value.isArray()) {
        for (int i = 0; i < value.size(); i++) {
          one(member, value.get(i), there.appendIndex(i));
        }
      }
    }
  }

  private void one(Member member, JsonNode value, JsonPointer at) {
    if (!(value instanceof ObjectNode object)) {
      return;
    }
    if (member.type() == UncertainDate.class) {
      judge(object, member.allowed(), at);
    } else {
      walk(member.type(), object, at);
    }
  }

  private void walk(JsonNode node, JsonPointer at, Predicate<JsonPointer> mayLieAhead) {
    if (node instanceof ObjectNode object) {
      if (object.has("edtf") || object.has("from") || object.has("to")) {
        judge(object, mayLieAhead.test(at) ? Set.of(MayLie.Beyond.AHEAD) : Set.of(), at);
      }
      object.properties().stream()
          .filter(member -> !NO_FACTS.contains(member.getKey()))
          .forEach(
              member -> walk(member.getValue(), at.appendProperty(member.getKey()), mayLieAhead));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(node.get(i), at.appendIndex(i), mayLieAhead);
      }
    }
  }

  private void judge(ObjectNode date, Set<MayLie.Beyond> allowed, JsonPointer at) {
    var read =
        new UncertainDate(
            text(date, "edtf"),
            text(date, "from"),
            text(date, "to"),
            null,
            Basis.stated,
            null,
            null);
    PossibleDays.oddity(read, allowed, recorded, at)
        .ifPresent(
            flaw -> {
              found.add(flaw);
              dates.add(date);
            });
  }

  private static @Nullable String text(ObjectNode date, String member) {
    return date.path(member).textValue();
  }

  private static List<Member> membersOf(Class<?> type) {
    if (!type.isRecord() || type.getPackageName().equals(UncertainDate.class.getPackageName())) {
      return List.of();
    }
    var members = new ArrayList<Member>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = Law.name(component);
      if (!NO_FACTS.contains(name)) {
        held(component.getGenericType())
            .ifPresent(
                held ->
                    members.add(
                        new Member(
                            name,
                            held,
                            Collection.class.isAssignableFrom(component.getType()),
                            allowed(component))));
      }
    }
    return List.copyOf(members);
  }

  /** The record that a component is, or a list of it; a date, or one that may hold dates. */
  private static Optional<Class<?>> held(Type type) {
    return switch (type) {
      case Class<?> plain when plain.isRecord() -> Optional.of(plain);
      case ParameterizedType list
          when list.getRawType() instanceof Class<?> raw
              && Collection.class.isAssignableFrom(raw) ->
          held(list.getActualTypeArguments()[0]);
      default -> Optional.empty();
    };
  }

  private static Set<MayLie.Beyond> allowed(RecordComponent component) {
    MayLie declared = component.getAnnotation(MayLie.class);
    return declared == null ? Set.of() : Set.of(declared.value());
  }
}
