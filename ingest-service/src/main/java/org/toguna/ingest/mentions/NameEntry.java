package org.toguna.ingest.mentions;

import java.util.List;

/**
 * One name of one record. Level is country, adm1, adm2, adm3, village or site for a place and the
 * actor's type for an actor; path is the p-codes from the country down to the record's own unit.
 */
public record NameEntry(Kind kind, String recordId, String name, String level, List<String> path) {

  /** What the name is a name of. */
  public enum Kind {
    PLACE,
    ACTOR
  }

  public NameEntry {
    path = List.copyOf(path);
  }

  public static NameEntry place(String recordId, String name, String level, List<String> path) {
    return new NameEntry(Kind.PLACE, recordId, name, level, path);
  }

  public static NameEntry actor(String recordId, String name, String type) {
    return new NameEntry(Kind.ACTOR, recordId, name, type, List.of());
  }

  public boolean isUnit() {
    return level.startsWith("adm") || level.equals("country");
  }

  boolean isPerson() {
    return kind == Kind.ACTOR && level.equals("person");
  }

  /** The other lies inside this unit, or is this unit. */
  boolean encloses(NameEntry other) {
    return isUnit() && other.path.contains(recordId);
  }
}
