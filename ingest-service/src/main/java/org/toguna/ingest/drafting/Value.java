package org.toguna.ingest.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.mentions.NameEntry;
import org.toguna.ingest.mentions.When;

/** What a drafted field says; always in the source's words, and in the registry's where it can. */
public sealed interface Value {

  String asStated();

  /** Where: the record if it is certain, else candidates; unnamed when only the unit is told. */
  record Where(
      String asStated, @Nullable NameEntry linked, List<NameEntry> candidates, boolean unnamed)
      implements Value {}

  /** When, as far as it is told. */
  record Time(String asStated, When when) implements Value {}

  /** Who: a known actor, or a category without a name. */
  record Who(String asStated, @Nullable NameEntry linked) implements Value {}

  /** One of a closed list of codes. */
  record Code(String asStated, String code) implements Value {}

  /** A statement kept in its own words. */
  record Words(String asStated) implements Value {}

  /** People to whom it was done, and what is told of their fate. */
  record People(
      String asStated, @Nullable Integer count, @Nullable NameEntry person, List<Fate> fates)
      implements Value {}

  /** What became of some of them; how many is null where it is not told. */
  record Fate(String code, @Nullable Integer count, Passage passage) {}
}
