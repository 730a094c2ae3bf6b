package org.toguna.ingest.mentions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.text.Span;

/**
 * Something a passage speaks of, as it says it, and what the registry makes of it.
 *
 * @param name a place's own name, without the words of kind beside it
 * @param unit what the text sets a place in
 */
public record Mention(
    Kind kind,
    Span span,
    String asStated,
    Status status,
    @Nullable NameEntry linked,
    List<NameEntry> candidates,
    String reason,
    Role role,
    double salience,
    @Nullable When when,
    @Nullable Quantity quantity,
    @Nullable String name,
    @Nullable Mention unit) {

  /** What is mentioned; a category is an actor without a name. */
  public enum Kind {
    ACTOR,
    PLACE,
    DATE,
    NUMBER,
    CATEGORY
  }

  /** Linked to one record, open with candidates, or told in words that need no record. */
  public enum Status {
    LINKED,
    OPEN,
    PLAIN
  }

  /** Whether a place is where something is, or where somebody comes from. */
  public enum Role {
    LOCATIVE,
    ORIGIN,
    NONE
  }

  public Mention {
    candidates = List.copyOf(candidates);
  }

  static Mention linked(
      Kind kind,
      Span span,
      String asStated,
      NameEntry to,
      String reason,
      Role role,
      double salience) {
    return new Mention(
        kind,
        span,
        asStated,
        Status.LINKED,
        to,
        List.of(to),
        reason,
        role,
        salience,
        null,
        null,
        null,
        null);
  }

  static Mention open(
      Kind kind,
      Span span,
      String asStated,
      List<NameEntry> candidates,
      String reason,
      Role role,
      double salience) {
    return new Mention(
        kind,
        span,
        asStated,
        Status.OPEN,
        null,
        candidates,
        reason,
        role,
        salience,
        null,
        null,
        null,
        null);
  }

  static Mention category(Span span, String asStated, String reason) {
    return new Mention(
        Kind.CATEGORY,
        span,
        asStated,
        Status.PLAIN,
        null,
        List.of(),
        reason,
        Role.NONE,
        0.5,
        null,
        null,
        null,
        null);
  }

  static Mention date(Span span, When when) {
    return new Mention(
        Kind.DATE,
        span,
        when.asStated(),
        Status.PLAIN,
        null,
        List.of(),
        when.reason(),
        Role.NONE,
        0.5,
        when,
        null,
        null,
        null);
  }

  static Mention number(Span span, Quantity quantity) {
    return new Mention(
        Kind.NUMBER,
        span,
        quantity.asStated(),
        Status.PLAIN,
        null,
        List.of(),
        "",
        Role.NONE,
        0.3,
        null,
        quantity,
        null,
        null);
  }

  /** A list of candidates that ends early says so, with how many are not on it. */
  public static String saysMore(String reason, int more) {
    return more <= 0 ? reason : "%s; %d more may be meant and are not listed".formatted(reason, more);
  }

  Mention called(String ownName, @Nullable Mention setIn) {
    return new Mention(
        kind,
        span,
        asStated,
        status,
        linked,
        candidates,
        reason,
        role,
        salience,
        when,
        quantity,
        ownName,
        setIn);
  }

  /** The unit that the text sets a place in, where it is known. */
  public @Nullable NameEntry within() {
    return unit == null ? null : unit.linked();
  }

  public boolean isLinkedTo(String recordId) {
    return linked != null && linked.recordId().equals(recordId);
  }
}
