package org.toguna.cases.inspection;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Law;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.UncertainNumber;
import org.toguna.kit.values.UncertainShare;
import org.toguna.kit.values.ValueState;

/**
 * One look over one state. What is left out is no flaw unless the method's name says <em>must</em>;
 * actors and records are looked up together when the flaws are asked for, and only a record that a
 * rule needs the content of is opened before.
 */
public final class Inspection {
  /** What every kind has, and is looked at for all of them. */
  private static final Set<String> ELSEWHERE =
      Set.of("marking", "states", "citations", "readings", "suggestion");

  private static final int MOST = 200;

  private final Inspections known;
  private final Reader author;
  private final Map<String, ValueState> states;
  private final JsonPointer at;
  private final List<Flaw> found;
  private final Map<JsonPointer, ActorReference> actors;
  private final List<KnownRecords.Named> records;

  Inspection(Inspections known, Reader author, Map<String, ValueState> states, JsonPointer at) {
    this.known = known;
    this.author = author;
    this.states = states;
    this.at = at;
    this.found = new ArrayList<>();
    this.actors = new LinkedHashMap<>();
    this.records = new ArrayList<>();
  }

  private Inspection(Inspection around, JsonPointer at) {
    this.known = around.known;
    this.author = around.author;
    this.states = around.states;
    this.at = at;
    this.found = around.found;
    this.actors = around.actors;
    this.records = around.records;
  }

  /**
   * All that the components of a state say of themselves, and those of what lies within: codes and
   * their lists, bounds, dates, numbers, places and actors. What spans several is the kind's.
   */
  public Inspection law(Object state) {
    for (Law.Component one : Law.of(state.getClass()).components()) {
      if (!ELSEWHERE.contains(one.name()) || !at.matches()) {
        component(one, one.of(state));
      }
    }
    return this;
  }

  private void component(Law.Component one, @Nullable Object value) {
    String member = one.name();
    if (one.remedy() != null) {
      mustSay(member, value, one.remedy());
    }
    if (value instanceof List<?> all) {
      int most = one.most() == 0 ? MOST : one.most();
      each(member, all, most, (at, each) -> at.value("", one, each));
    } else {
      value(member, one, value);
    }
  }

  private void value(String member, Law.Component one, @Nullable Object value) {
    if (one.codes() != null && one.required()) {
      mustCode(member, one.codes(), value == null ? "" : value.toString());
    } else if (one.codes() != null) {
      code(member, one.codes(), value == null ? null : value.toString());
    } else if (one.required()) {
      mustText(member, (String) value, one.longest());
    } else {
      switch (value) {
        case null -> {}
        case String text when one.longest() > 0 -> text(member, text, one.longest());
        case UncertainDate date -> date(member, date);
        case UncertainNumber number -> number(member, number);
        case UncertainShare share -> share(member, share);
        case PlaceReference place -> place(member, place);
        case ActorReference actor -> actor(member, actor);
        case Record object -> new Inspection(this, member(member)).law(object);
        default -> {}
      }
    }
  }

  public Inspection code(String member, String list, @Nullable String code) {
    known.codes.check(list, code, member(member).toString()).ifPresent(found::add);
    return this;
  }

  public Inspection mustCode(String member, String list, String code) {
    return unless(
            !code.isEmpty(),
            member,
            "required",
            "Give a code of the list %s; unknown, where the source is silent and the list has it."
                .formatted(list))
        .code(member, list, code.isEmpty() ? null : code);
  }

  public Inspection codes(String member, String list, List<String> codes) {
    return each(member, codes, 50, (one, code) -> one.code("", list, code));
  }

  public Inspection text(String member, @Nullable String text, int longest) {
    return gather(flaws -> flaws.atMost(member, text, longest));
  }

  private Inspection mustText(String member, @Nullable String text, int longest) {
    return gather(flaws -> flaws.required(member, text, longest));
  }

  public Inspection date(String member, @Nullable UncertainDate date) {
    return date == null ? this : addAll(date.flaws(member(member)));
  }

  /** Two dates, of which the last cannot lie before the first. */
  public Inspection period(
      @Nullable UncertainDate since, String last, @Nullable UncertainDate until) {
    boolean possible =
        since == null
            || until == null
            || since.earliest() == null
            || until.latest() == null
            || !until.latest().isBefore(since.earliest());
    return unless(
        possible,
        last,
        "end-before-start",
        "It cannot end before it began. If the sources say so, keep one as a reading with"
            + " status conflict.");
  }

  private Inspection number(String member, @Nullable UncertainNumber number) {
    return number == null ? this : addAll(number.flaws(member(member)));
  }

  private Inspection share(String member, @Nullable UncertainShare share) {
    return share == null ? this : addAll(share.flaws(member(member)));
  }

  public Inspection place(String member, @Nullable PlaceReference place) {
    return place == null ? this : addAll(known.places.flaws(place, member(member)));
  }

  public Inspection actor(String member, @Nullable ActorReference actor) {
    if (actor != null) {
      actors.put(member(member), actor);
      known
          .codes
          .check("case_role", actor.role(), member(member).appendProperty("role").toString())
          .ifPresent(found::add);
    }
    return this;
  }

  /** A record of that kind, which the author must be able to see. */
  public Inspection record(String member, String kind, @Nullable UUID id) {
    if (id != null) {
      records.add(new KnownRecords.Named(member(member), kind, id));
    }
    return this;
  }

  /** The same as the author sees it, for rules on what it says; empty where there is none. */
  public Optional<ObjectNode> opened(String member, String kind, @Nullable UUID id) {
    record(member, kind, id);
    return id == null ? Optional.empty() : known.record(kind, id, author);
  }

  /** The same of several; those that the author cannot see are left out, and are flaws. */
  public List<ObjectNode> opened(String member, String kind, List<UUID> ids) {
    each(member, ids, 200, (one, id) -> one.record("", kind, id));
    return known.records.opened(kind, ids, author);
  }

  /** A value, or a state that says why there is none: silence will not do here. */
  private Inspection mustSay(String member, @Nullable Object value, String remedy) {
    return unless(
        value != null || states.containsKey(member(member).toString()),
        member,
        "say-it-or-say-unknown",
        remedy);
  }

  /** Each element of a list, at its own place. */
  public <T> Inspection each(
      String member, List<T> elements, int most, BiConsumer<Inspection, T> look) {
    unless(elements.size() <= most, member, "too-many", "At most %d.".formatted(most));
    for (int i = 0; i < elements.size(); i++) {
      look.accept(new Inspection(this, member(member).appendIndex(i)), elements.get(i));
    }
    return this;
  }

  /** The same of a list whose bound is said where it is declared. */
  public <T> Inspection each(String member, List<T> elements, BiConsumer<Inspection, T> look) {
    return each(member, elements, elements.size(), look);
  }

  /** The members of an object within, if it is there. */
  public <T> Inspection within(String member, @Nullable T object, BiConsumer<Inspection, T> look) {
    if (object != null) {
      look.accept(new Inspection(this, member(member)), object);
    }
    return this;
  }

  public Inspection unless(boolean right, String member, String code, String detail) {
    return gather(flaws -> flaws.unless(right, member, code, detail));
  }

  /** Everything that is wrong, in the order in which it was looked at. */
  public List<Flaw> found() {
    var flaws = new ArrayList<>(found);
    flaws.addAll(known.actors.flaws(actors, author));
    flaws.addAll(known.records.flaws(records, author));
    return flaws.stream().distinct().toList();
  }

  private Inspection gather(Consumer<Flaws> look) {
    var flaws = new Flaws(at);
    look.accept(flaws);
    return addAll(flaws.found());
  }

  private Inspection addAll(List<Flaw> flaws) {
    found.addAll(flaws);
    return this;
  }

  /** Where a member stands; the empty one is the object itself. */
  private JsonPointer member(String name) {
    return name.isEmpty() ? at : at.appendProperty(name);
  }
}
