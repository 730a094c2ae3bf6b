package org.toguna.kit.testapp;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.toguna.kit.positions.Position;
import org.toguna.kit.positions.PositionHolder;

/** Holds one record at one version. */
@Singleton
public class Shelf implements PositionHolder {

  public static final UUID HELD = UUID.fromString("0c9d7f5e-8f37-4e8c-9a3e-2f3b1d0c7a11");

  @Override
  public boolean holds(Position position) {
    return position.record().equals(HELD) && position.version() <= 7;
  }
}
