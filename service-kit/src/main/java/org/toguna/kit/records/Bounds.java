package org.toguna.kit.records;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.toguna.kit.marking.Audience;

/**
 * What bounds the audience of a record: the audiences of all that it hangs on and quotes.
 *
 * @param parents whoever gets the record at all must see these
 * @param anchors a date shows the one that it hangs on, as precisely
 * @param quoted documents: whoever reads a quote may read its document
 */
record Bounds(
    Collection<Audience> parents, Collection<Audience> anchors, Collection<Audience> quoted) {

  /**
   * What they leave of an audience. Somebody of its owner always gets the record in full, so that
   * nothing is lost to those who wrote it.
   */
  Audience within(Audience audience, String owner) {
    Audience within = audience;
    for (Audience parent : parents) {
      within = within.intersect(new Audience(parent.seen(), parent.seen()).leftFor(owner));
    }
    for (Audience anchor : anchors) {
      within = within.intersect(anchor.leftFor(owner));
    }
    for (Audience document : quoted) {
      Audience readers = new Audience(document.full(), document.full()).leftFor(owner);
      within = new Audience(within.intersect(readers).full(), within.seen());
    }
    if (!within.ownerAlone(owner).full().isEmpty()) {
      return within;
    }
    Set<String> full = new HashSet<>(within.full());
    full.addAll(audience.ownerAlone(owner).full());
    return full.isEmpty() ? audience : new Audience(full, within.seen());
  }
}
