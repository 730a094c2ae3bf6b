package org.toguna.cases.scrutiny;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.UncertainNumber;

/** Gathers the flaws of one object and of the objects in it; absent members have none. */
public final class Sheet {
  private final Scrutiny scrutiny;
  private final Reader author;
  private final JsonPointer at;
  private final List<Flaw> found;

  Sheet(Scrutiny scrutiny, Reader author, JsonPointer at) {
    this(scrutiny, author, at, new ArrayList<>());
  }

  private Sheet(Scrutiny scrutiny, Reader author, JsonPointer at, List<Flaw> found) {
    this.scrutiny = scrutiny;
    this.author = author;
    this.at = at;
    this.found = found;
  }

  /** A code that may be left out. */
  public Sheet code(String list, String member, @Nullable String code) {
    scrutiny.codes.check(list, code, at.appendProperty(member).toString()).ifPresent(found::add);
    return this;
  }

  /** A code that may not. */
  public Sheet requiredCode(String list, String member, String code) {
    unless(
        !code.isEmpty(),
        member,
        "required",
        "Give a code of the list %s; unknown, where the source is silent and the list has it."
            .formatted(list));
    return code.isEmpty() ? this : code(list, member, code);
  }

  public Sheet words(String member, @Nullable String text, int longest) {
    var flaws = new Flaws(at);
    flaws.atMost(member, text, longest);
    found.addAll(flaws.found());
    return this;
  }

  public Sheet date(String member, @Nullable UncertainDate date) {
    if (date != null) {
      found.addAll(date.flaws(at.appendProperty(member)));
    }
    return this;
  }

  /** Two dates, of which the second cannot lie before the first. */
  public Sheet period(
      String first, @Nullable UncertainDate since, String last, @Nullable UncertainDate until) {
    date(first, since);
    date(last, until);
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
        "It cannot end before it began. If the sources say so, keep one as a reading with status"
            + " conflict.");
  }

  public Sheet number(String member, @Nullable UncertainNumber number) {
    if (number != null) {
      found.addAll(number.flaws(at.appendProperty(member)));
    }
    return this;
  }

  public Sheet place(String member, @Nullable PlaceReference place) {
    if (place != null) {
      found.addAll(scrutiny.places.flaws(place, at.appendProperty(member)));
    }
    return this;
  }

  public Sheet places(String member, List<PlaceReference> places) {
    for (int i = 0; i < places.size(); i++) {
      found.addAll(scrutiny.places.flaws(places.get(i), at.appendProperty(member).appendIndex(i)));
    }
    return this;
  }

  public Sheet actors(String member, List<ActorReference> references) {
    found.addAll(scrutiny.actors.flaws(references, at.appendProperty(member), author));
    for (int i = 0; i < references.size(); i++) {
      JsonPointer role = at.appendProperty(member).appendIndex(i).appendProperty("role");
      scrutiny
          .codes
          .check("case_role", references.get(i).role(), role.toString())
          .ifPresent(found::add);
    }
    return this;
  }

  public Sheet actor(String member, @Nullable ActorReference reference) {
    if (reference != null) {
      // The check is of lists; a single reference stands one step higher than the list's first.
      String listed = at.appendProperty(member).appendIndex(0).toString();
      String single = at.appendProperty(member).toString();
      scrutiny.actors.flaws(List.of(reference), at.appendProperty(member), author).stream()
          .map(
              flaw ->
                  new Flaw(
                      single + flaw.pointer().substring(listed.length()),
                      flaw.code(),
                      flaw.detail()))
          .forEach(found::add);
      scrutiny.codes.check("case_role", reference.role(), single + "/role").ifPresent(found::add);
    }
    return this;
  }

  /**
   * A record of that kind, as the author sees it; empty where it is not given, or not known to
   * them, which is a flaw.
   */
  public Optional<ObjectNode> record(String kind, String member, @Nullable UUID id) {
    return record(kind, at.appendProperty(member), id);
  }

  /** Several records of that kind, as far as they are known to the author. */
  public List<ObjectNode> records(String kind, String member, List<UUID> ids) {
    var records = new ArrayList<ObjectNode>();
    for (int i = 0; i < ids.size(); i++) {
      record(kind, at.appendProperty(member).appendIndex(i), ids.get(i)).ifPresent(records::add);
    }
    return records;
  }

  private Optional<ObjectNode> record(String kind, JsonPointer place, @Nullable UUID id) {
    if (id == null) {
      return Optional.empty();
    }
    Optional<ObjectNode> record = scrutiny.record(kind, id, author);
    if (record.isEmpty()) {
      found.add(
          Flaw.at(
              place,
              "unknown-record",
              "No %s of this id is known to you here. If you have just written it, send its"
                      .formatted(kind)
                  + " Toguna-Position."));
    }
    return record;
  }

  /** Looks at each of several objects on a sheet of its own. */
  public <T> Sheet each(String member, List<T> objects, BiConsumer<Sheet, T> look) {
    for (int i = 0; i < objects.size(); i++) {
      look.accept(
          new Sheet(scrutiny, author, at.appendProperty(member).appendIndex(i), found),
          objects.get(i));
    }
    return this;
  }

  /** Looks at an object within, if it is there. */
  public <T> Sheet within(String member, @Nullable T object, BiConsumer<Sheet, T> look) {
    if (object != null) {
      look.accept(new Sheet(scrutiny, author, at.appendProperty(member), found), object);
    }
    return this;
  }

  /** Notes a flaw of the member unless it is right; the empty member is the object itself. */
  public Sheet unless(boolean right, String member, String code, String detail) {
    if (!right) {
      found.add(Flaw.at(member.isEmpty() ? at : at.appendProperty(member), code, detail));
    }
    return this;
  }

  public Sheet addAll(Collection<Flaw> flaws) {
    found.addAll(flaws);
    return this;
  }

  public List<Flaw> found() {
    return List.copyOf(found);
  }
}
