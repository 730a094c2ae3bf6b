package org.toguna.kit.marking;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.toguna.kit.law.Law;

/**
 * Makes the copy of a record that readers outside its full audience get, from an allow-list.
 *
 * <p>What is not open is closed. A closed field is {@code withheld} whether it has a value, is none
 * or is unknown, so that nothing can be told from it; below the top level this is said of every
 * element alike. An open pattern opens what is neither object nor array: what lies within those
 * must be opened piece by piece, as {@code /harms/*}{@code /type}. Places and dates are open by
 * being named as such and come out cut. Equal elements of an array come out as one, and its places
 * in an order of their own. The envelope and the marking are not the blur's to show; citations and
 * readings are closed on every record.
 */
public final class Blur {
  static final Set<String> ENVELOPE =
      Set.of(
          "id",
          "kind",
          "view",
          "version",
          "recordedAt",
          "updatedAt",
          "warnings",
          "marking",
          "states");

  private final Map<PointerPattern, Opening> openings;
  private final List<PointerPattern> closed;
  private final Function<JsonNode, Cut> finestEver;
  private final List<Closing> closings;

  private Blur(
      Map<PointerPattern, Opening> openings,
      List<PointerPattern> closed,
      Function<JsonNode, Cut> finestEver,
      List<Closing> closings) {
    this.openings = Map.copyOf(openings);
    this.closed = List.copyOf(closed);
    this.finestEver = finestEver;
    this.closings = List.copyOf(closings);
  }

  /** What is closed of some records only. */
  private record Closing(Predicate<JsonNode> records, List<PointerPattern> fields) {}

  /** What is opened at a pattern. */
  enum Opening {
    /** Not open itself, but something within is. */
    WITHIN,
    SCALAR,
    PLACE,
    DATE
  }

  /** A blur under which all members of such a record are closed, until some are opened. */
  public static Blur of(Class<? extends Record> state) {
    return of(members(state));
  }

  /** A blur under which these top-level members are closed, until some are opened. */
  public static Blur of(Collection<String> members) {
    Set<String> fields = new LinkedHashSet<>(members);
    fields.removeAll(ENVELOPE);
    fields.add("citations");
    fields.add("readings");
    return new Blur(
        Map.of(),
        fields.stream().map(field -> PointerPattern.of("/" + field)).toList(),
        record -> Cut.NONE,
        List.of());
  }

  /** Opens values that are neither objects nor arrays, as they are. */
  public Blur open(String... patterns) {
    return opening(Opening.SCALAR, patterns);
  }

  /** Opens place references, cut to the finest place that the marking allows. */
  public Blur openPlaces(String... patterns) {
    return opening(Opening.PLACE, patterns);
  }

  /** Opens uncertain dates, cut to the finest date that the marking allows. */
  public Blur openDates(String... patterns) {
    return opening(Opening.DATE, patterns);
  }

  /**
   * Says of fields within opened ones that they exist and are closed: {@code /harms/*}{@code
   * /count}.
   */
  public Blur withholding(String... patterns) {
    List<PointerPattern> more = new ArrayList<>(closed);
    more.addAll(PointerPattern.of(patterns));
    return new Blur(openings, more, finestEver, closings);
  }

  /** Closes what is open otherwise, for some records. */
  public Blur closedWhere(Predicate<JsonNode> records, String... patterns) {
    List<Closing> more = new ArrayList<>(closings);
    more.add(new Closing(records, PointerPattern.of(patterns)));
    return new Blur(openings, closed, finestEver, more);
  }

  /** Bounds the finest place further for some records, whatever their marking allows. */
  public Blur neverFinerThan(Function<JsonNode, PlaceLevel> cap) {
    return new Blur(
        openings, closed, record -> finestEver.apply(record).coarser(cap.apply(record)), closings);
  }

  /** Bounds the finest date of all records, whatever their marking allows. */
  public Blur datesNeverFinerThan(DatePrecision finest) {
    return new Blur(
        openings,
        closed,
        record -> finestEver.apply(record).coarser(new Cut(PlaceLevel.site, finest)),
        closings);
  }

  Map<PointerPattern, Opening> openings() {
    return openings;
  }

  /** What is open, but not of all records. */
  List<PointerPattern> closedOfSome() {
    return closings.stream().flatMap(some -> some.fields().stream()).toList();
  }

  private Blur opening(Opening opening, String... patterns) {
    Map<PointerPattern, Opening> more = new HashMap<>(openings);
    for (PointerPattern pattern : PointerPattern.of(patterns)) {
      if (pattern.top().equals("citations") || pattern.top().equals("readings")) {
        throw new IllegalArgumentException("Citations and readings are closed on every record.");
      }
      PointerPattern top = PointerPattern.of("/" + pattern.top());
      if (!closed.contains(top) && !openings.containsKey(top)) {
        throw new IllegalArgumentException("The record has no member " + pattern.top());
      }
      for (int steps = 1; steps < pattern.steps().size(); steps++) {
        more.putIfAbsent(new PointerPattern(pattern.steps().subList(0, steps)), Opening.WITHIN);
      }
      more.put(pattern, opening);
    }
    List<PointerPattern> stillClosed =
        closed.stream().filter(field -> !more.containsKey(field)).toList();
    return new Blur(more, stillClosed, finestEver, closings);
  }

  /** The finest that a record of this content is ever shown, whatever its marking allows. */
  public Cut floor(JsonNode record) {
    return finestEver.apply(record);
  }

  /** The finest that a record is shown as far as it alone decides: its marking and its content. */
  public Cut own(JsonNode record, Marking marking) {
    return Cut.of(marking).coarser(floor(record));
  }

  /** The blurred copy of a full record under its marking. */
  public ObjectNode apply(ObjectNode full, Marking marking) {
    return apply(full, own(full, marking));
  }

  /** The blurred copy of a full record, no finer than the cut. */
  public ObjectNode apply(ObjectNode full, Cut cut) {
    Map<PointerPattern, Opening> open = new HashMap<>(openings);
    List<PointerPattern> shut = new ArrayList<>(closed);
    for (Closing some : closings) {
      if (some.records().test(full)) {
        some.fields().forEach(open::remove);
        shut.addAll(some.fields());
      }
    }
    Blurred blurred = new Blurring(open, shut, cut).record(full, ENVELOPE);
    ObjectNode copy = blurred.json().deepCopy();
    copy.remove("states");
    if (!blurred.states().isEmpty()) {
      ObjectNode states = copy.putObject("states");
      new TreeMap<>(blurred.states()).forEach(states::put);
    }
    return copy;
  }

  /**
   * A blurred copy that was made before, as it may be seen now: no finer than the cut, and without
   * what is closed.
   *
   * @param closedNow top-level members that are withheld from all versions
   */
  public ObjectNode again(ObjectNode blurred, Cut cut, Set<String> closedNow) {
    ObjectNode before = blurred.deepCopy();
    before.remove(closedNow);
    ObjectNode cutNow = apply(before, cut);
    ObjectNode copy = blurred.objectNode();
    for (var member : blurred.properties()) {
      if (ENVELOPE.contains(member.getKey()) && !member.getKey().equals("states")) {
        copy.set(member.getKey(), member.getValue());
      }
    }
    copy.setAll(cutNow);
    if (!closedNow.isEmpty()) {
      var states = new TreeMap<String, String>();
      copy.path("states")
          .properties()
          .forEach(state -> states.put(state.getKey(), state.getValue().asText()));
      closedNow.forEach(
          name -> {
            states.keySet().removeIf(pointer -> pointer.startsWith(Blurred.pointer(name, "/")));
            states.put(Blurred.pointer(name, ""), Blurring.WITHHELD);
          });
      ObjectNode said = copy.putObject("states");
      states.forEach(said::put);
    }
    return copy;
  }

  /** The top-level members that a blurred copy withholds. */
  public static Set<String> closedIn(JsonNode blurred) {
    Set<String> names = new LinkedHashSet<>();
    for (var state : blurred.path("states").properties()) {
      JsonPointer at = JsonPointer.compile(state.getKey());
      if (at.tail() != null
          && at.tail().matches()
          && state.getValue().asText().equals(Blurring.WITHHELD)) {
        names.add(at.getMatchingProperty());
      }
    }
    return names;
  }

  /** A blurred value with the states of what lies within, by JSON Pointers relative to it. */
  record Blurred(JsonNode json, Map<String, String> states) {

    static String pointer(String step, String within) {
      return JsonPointer.empty().appendProperty(step) + within;
    }
  }

  /** The JSON names of a record's components. */
  private static List<String> members(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(Law::name).toList();
  }
}
