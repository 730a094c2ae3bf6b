package org.toguna.kit.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.values.Flaw;

/**
 * One kind of record: what it is called, what makes it valid, how it is found, and what of it
 * others than its owner may know. Everything else is the same for all kinds.
 *
 * @param <S> the state as a Java record, which is also its JSON
 */
public interface RecordKind<S extends Evidenced> {
  /** The kind's name in JSON, events and the database, for instance {@code crisis}. */
  String name();

  /** The topic its events go to, without the prefix, for instance {@code cases.crisis}. */
  String topic();

  Class<S> stateType();

  /**
   * The state with its references resolved (places by id, for instance); unknown ones stay as they
   * are.
   */
  default S complete(S state, Reader author) {
    return state;
  }

  /** What is wrong with a completed state, as far as its author may know. */
  List<Flaw> flaws(S state, Reader author);

  /**
   * What is wrong with a change from one state to the next, beyond what is wrong with the next:
   * what may be added and not be taken back, for instance.
   */
  default List<Flaw> flawsOfChange(UUID id, S before, S after, Reader author) {
    return List.of();
  }

  /** The marking that a state is kept under; what it says may ask for more than its author did. */
  default Marking marking(S state, Marking asked) {
    return asked;
  }

  /** Records whose audience bounds this one's. */
  default Set<UUID> hangsOn(S state) {
    return Set.of();
  }

  /**
   * Whom it admits, where that is fewer than its marking and what it hangs on allow. Whatever a
   * kind answers, nobody is admitted beyond those.
   */
  default Audience audience(S state, Marking marking, Audience allowed) {
    return allowed;
  }

  /**
   * What is odd about a state that may be recorded all the same: told to those who get it in full.
   */
  default List<Flaw> warnings(S state) {
    return List.of();
  }

  /** Days of a view that cannot be; told with what else is odd about its state. */
  default List<Flaw> oddDays(ObjectNode view) {
    return OddDays.in(stateType(), view);
  }

  /**
   * The view with the days that cannot be left open: what lists, counts and statistics reckon with.
   */
  default ObjectNode reckoned(ObjectNode view) {
    return OddDays.without(stateType(), view);
  }

  /**
   * Claims that can be made once per owner, for good: unless a kind says otherwise, to the
   * suggestion that the state was accepted from.
   */
  default Set<String> claims(S state) {
    UUID suggestion = state.suggestion();
    return suggestion == null ? Set.of() : Set.of("suggestion/" + suggestion);
  }

  /** What a view can be found by, from that view's JSON. */
  Facets facets(ObjectNode view);

  /** The code lists that what it is found by stands on; filters are held against them. */
  default FilterCodes filterCodes() {
    return FilterCodes.NONE;
  }

  /**
   * Kinds through whose records it is about more than it names, as an observation is about the case
   * of its term: a list by what it is about goes through those that its reader sees.
   */
  default Set<String> aboutThrough() {
    return Set.of();
  }

  /** What readers outside the full audience get. */
  Blur blur();

  /** The same where what others get depends on the level of the record. */
  default Blur blur(Marking marking) {
    return blur();
  }

  /**
   * Called in the transaction that recorded or revised it, after everything of it was written: what
   * a kind keeps beside its records stands or falls with them.
   */
  default void written(UUID id, S state, Reader author) {}

  /**
   * What an event adds for a record marked CLEAR or GREEN, from its blurred view: no narrative, no
   * quotes.
   */
  ObjectNode shareable(ObjectNode blurred);

  /**
   * The ids and codes of a view, never a name, place or date: all that an event says of a record
   * marked above GREEN. Taken from the blurred view for those who see no more.
   */
  ObjectNode codes(ObjectNode view);
}
