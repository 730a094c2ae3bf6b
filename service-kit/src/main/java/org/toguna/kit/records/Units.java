package org.toguna.kit.records;

import java.util.OptionalInt;

/** Tells where in the administrative tree an id stands; the service with the gazetteer knows. */
public interface Units {
  /**
   * 0 for a country, 1 to 3 for administrative levels, 4 for a place; empty if there is none of
   * that id.
   */
  OptionalInt level(String id);
}
