package org.toguna.ingest.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.mentions.NameEntry;
import org.toguna.ingest.mentions.Quantity;
import org.toguna.ingest.mentions.When;

/** What a drafted field says; always in the source's words, and in the registry's where it can. */
public sealed interface Value {

  String asStated();

  /**
   * Where: the record if it is certain, else candidates; unnamed when only the unit is told.
   *
   * @param within the unit that the text sets it in, where it is not linked itself
   */
  record Where(
      String asStated,
      @Nullable NameEntry linked,
      List<NameEntry> candidates,
      boolean unnamed,
      @Nullable NameEntry within)
      implements Value {

    /** The finest place that is certain. */
    @Nullable NameEntry unit() {
      return linked != null ? linked : within;
    }

    /** A place of its own, told by its name. */
    boolean named() {
      return !unnamed && linked == null || linked != null && !unnamed && !linked.isUnit();
    }
  }

  /** When, as far as it is told. */
  record Time(String asStated, When when) implements Value {}

  /** Who: a known actor, or a category without a name. */
  record Who(String asStated, @Nullable NameEntry linked) implements Value {}

  /** One of a closed list of codes. */
  record Code(String asStated, String code) implements Value {}

  /** A statement kept in its own words. */
  record Words(String asStated) implements Value {}

  /**
   * What somebody suffered.
   *
   * @param said the words that tell the code
   */
  record Harm(
      String asStated, String code, String said, @Nullable Quantity count, @Nullable When when)
      implements Value {

    /** The same harm to as many: said twice, it was suffered once. */
    boolean sameAs(Harm other) {
      return code.equals(other.code)
          && number(count).equals(number(other.count))
          && (when == null || other.when == null || when.equals(other.when));
    }

    private static String number(@Nullable Quantity count) {
      return count == null ? "" : count.low() + "/" + count.best() + "/" + count.high();
    }
  }

  /** People to whom it was done, and what is told of their fate. */
  record People(
      String asStated, @Nullable Integer count, @Nullable NameEntry person, List<Fate> fates)
      implements Value {}

  /**
   * What became of some of them; how many is null where it is not told.
   *
   * @param said the words that tell the code
   */
  record Fate(String code, @Nullable Integer count, String said, Passage passage) {}
}
