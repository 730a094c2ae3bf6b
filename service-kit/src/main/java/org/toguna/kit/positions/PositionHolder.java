package org.toguna.kit.positions;

/** Whatever keeps records here, of this service or of its siblings. */
public interface PositionHolder {

  /**
   * Whether that version or a newer one has arrived, or the record is known to be gone. Asked many
   * times a second while somebody waits, so it costs one look-up and holds no connection in
   * between.
   */
  boolean holds(Position position);
}
