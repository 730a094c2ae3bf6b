package org.toguna.cases.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.inspection.Bounds;

/**
 * How many days passed in one case until the other side was reached, as its reader is told, or why
 * that cannot be said.
 */
record Reach(@Nullable Long shortest, @Nullable Long longest, @Nullable LeftOut leftOut) {

  /** Why a case is left out, and counted as left out. */
  enum LeftOut {
    /** Nobody tells when its trigger, or its crisis, was. */
    START_UNKNOWN,
    /** That is known on one side only. */
    START_OPEN,
    /** No contact that was made is told of. It may have been made all the same. */
    NO_CONTACT,
    /** Contact was made, and nobody tells by when. */
    CONTACT_UNDATED,
    /** They were in contact before it began. */
    CONTACT_BEFORE_START
  }

  /**
   * @param crises that it is about
   * @param contacts of it, whatever became of them
   */
  static Reach of(
      JsonNode dialogue,
      Collection<? extends JsonNode> crises,
      Collection<? extends JsonNode> contacts,
      LocalDate today) {
    Bounds began = began(dialogue, crises, today);
    Span start = Span.of(began);
    if (start == null) {
      return without(
          began.from() == null && began.to() == null ? LeftOut.START_UNKNOWN : LeftOut.START_OPEN);
    }
    List<Bounds> made = made(dialogue, contacts, today);
    if (made.isEmpty()) {
      return without(LeftOut.NO_CONTACT);
    }
    Bounds first = earliest(made);
    if (first.to() == null) {
      return without(LeftOut.CONTACT_UNDATED);
    }
    long longest = start.mostUntil(first.to());
    if (longest < 0) {
      return without(LeftOut.CONTACT_BEFORE_START);
    }
    return new Reach(
        first.from() == null ? 0 : Math.max(0, start.leastUntil(first.from())), longest, null);
  }

  private static Reach without(LeftOut reason) {
    return new Reach(null, null, reason);
  }

  /** When its trigger was, or where nobody says so, the first of its crises. */
  private static Bounds began(
      JsonNode dialogue, Collection<? extends JsonNode> crises, LocalDate today) {
    Bounds trigger = Span.observed(Bounds.of(dialogue.path("trigger").path("when")), today);
    if (trigger.from() != null || trigger.to() != null || crises.isEmpty()) {
      return trigger;
    }
    return earliest(
        crises.stream()
            .map(crisis -> Span.observed(Bounds.of(crisis.path("since")), today))
            .toList());
  }

  private static List<Bounds> made(
      JsonNode dialogue, Collection<? extends JsonNode> contacts, LocalDate today) {
    var made = new ArrayList<Bounds>();
    for (JsonNode seen : dialogue.path("stages")) {
      if (seen.path("stage").asText().equals("contact_made")) {
        made.add(Span.observed(Bounds.of(seen.path("when")), today));
      }
    }
    for (JsonNode contact : contacts) {
      if (contact.path("status").asText().equals("made")) {
        made.add(Span.observed(Bounds.of(contact.path("when")), today));
      }
    }
    return made;
  }

  /** The first of several: it can be as early as any of them, and no later than each of them. */
  private static Bounds earliest(List<Bounds> all) {
    LocalDate from = LocalDate.MAX;
    LocalDate to = null;
    for (Bounds one : all) {
      from =
          from == null || one.from() == null ? null : from.isBefore(one.from()) ? from : one.from();
      to = one.to() != null && (to == null || one.to().isBefore(to)) ? one.to() : to;
    }
    return new Bounds(from, to);
  }
}
