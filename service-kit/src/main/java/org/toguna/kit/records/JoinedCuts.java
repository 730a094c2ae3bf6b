package org.toguna.kit.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Cut;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.PlaceLevel;

/** What those that a record is joined with leave of its cut, asked in the open transaction. */
@ApplicationScoped
class JoinedCuts {
  private final Desk desk;

  JoinedCuts(Desk desk) {
    this.desk = desk;
  }

  /**
   * What they leave of a record that is about to be written; what is new and hangs on nothing is
   * joined with nothing.
   *
   * @param floor the finest place that its content alone allows; null if nobody outside sees it
   */
  Cut ready(
      UUID id,
      boolean isNew,
      Set<UUID> parents,
      Set<UUID> quoted,
      Cut own,
      @Nullable PlaceLevel floor) {
    return isNew && parents.isEmpty() && quoted.isEmpty()
        ? Cut.NONE
        : desk.withConnection(
            connection -> Cuts.ready(connection, id, parents, quoted, own, floor));
  }

  /** Whether a record's blurred view would be cut otherwise if it were made now. */
  <S extends Evidenced> boolean cutOtherwise(
      RecordKind<S> kind, CurrentViews.Held held, S state, Marking marking, Audience audience) {
    if (held.blurred() == null || held.full() == null || !audience.hasBlurred()) {
      return false;
    }
    Set<UUID> parents = new LinkedHashSet<>(kind.hangsOn(state));
    parents.addAll(AnchoredDates.anchors(kind.stateType(), held.full()));
    Cut own = kind.blur(marking).own(held.full(), marking);
    Cut bound =
        desk.withConnection(
            connection -> Cuts.bound(connection, held.row().id(), parents, state.quoted()));
    return !own.coarser(bound).equals(held.made());
  }
}
