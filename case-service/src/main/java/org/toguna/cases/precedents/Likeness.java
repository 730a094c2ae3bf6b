package org.toguna.cases.precedents;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How alike two situations are in one feature, in thousandths. */
final class Likeness {
  private static final int ALL = 1_000;
  private static final int HALF = 500;

  /** Each thing that the other has beyond what is asked counts as a tenth of one that it lacks. */
  private static final int TENTHS = 10;

  private static final List<String> LEVELS =
      List.of("household", "village", "multi_village", "commune", "cercle", "region", "national");

  private static final int STEP_OF_LEVELS = 250;
  private static final String SIDE = "side:";
  private static final String NOT_TOLD = "-";

  private Likeness() {}

  /** Empty where one of the two does not tell: that is no difference. */
  static OptionalInt of(Feature feature, Situation asked, Situation other) {
    if (!asked.tells(feature) || !other.tells(feature)) {
      return OptionalInt.empty();
    }
    return switch (feature) {
      case PLACE -> places(asked.place(), other.place());
      case PERIOD -> periods(asked.period(), other.period());
      case ASKED_FIRST -> askedFirst(asked.of(feature), other.of(feature));
      case TYPE,
          LEVEL,
          TRIGGER,
          CAUSE,
          BESIEGER,
          PERMISSION_ORDER,
          LEVER,
          CHANNEL,
          TERMS,
          AGREEMENT,
          OUTCOME,
          CRISIS_STATUS ->
          OptionalInt.of(sets(feature, asked.of(feature), other.of(feature)));
    };
  }

  private static OptionalInt places(@Nullable Where asked, @Nullable Where other) {
    return asked == null || other == null ? OptionalInt.empty() : asked.likenessTo(other);
  }

  private static OptionalInt periods(@Nullable Span asked, @Nullable Span other) {
    return asked == null || other == null
        ? OptionalInt.empty()
        : OptionalInt.of(asked.likenessTo(other));
  }

  /** Of what is asked, the share that the other has. */
  private static int sets(Feature feature, Set<String> asked, Set<String> other) {
    int found = 0;
    for (String one : asked) {
      found += best(feature, one, other);
    }
    long further = other.stream().filter(one -> best(feature, one, asked) == 0).count();
    long whole = (long) TENTHS * asked.size() + further;
    return (int) ((TENTHS * (long) found + whole / 2) / whole);
  }

  private static int best(Feature feature, String one, Set<String> others) {
    if (others.contains(one)) {
      return ALL;
    }
    return others.stream().mapToInt(other -> pair(feature, one, other)).max().orElse(0);
  }

  private static int pair(Feature feature, String one, String other) {
    return switch (feature) {
      case TERMS -> terms(one.split(":", -1), other.split(":", -1));
      case LEVEL -> levels(one, other);
      case TYPE,
          TRIGGER,
          CAUSE,
          BESIEGER,
          ASKED_FIRST,
          PERMISSION_ORDER,
          LEVER,
          CHANNEL,
          AGREEMENT,
          OUTCOME,
          CRISIS_STATUS,
          PLACE,
          PERIOD ->
          one.equals(other) ? ALL : feature.areRelatives(one, other) ? HALF : 0;
    };
  }

  /** The same issue at least; half if its nature or its state is told by both and differs. */
  private static int terms(String[] one, String[] other) {
    if (!one[0].equals(other[0])) {
      return 0;
    }
    return differ(one[1], other[1]) || differ(one[2], other[2]) ? HALF : ALL;
  }

  private static boolean differ(String one, String other) {
    return !one.equals(NOT_TOLD) && !other.equals(NOT_TOLD) && !one.equals(other);
  }

  private static int levels(String one, String other) {
    int here = LEVELS.indexOf(one);
    int there = LEVELS.indexOf(other);
    return here < 0 || there < 0 ? 0 : Math.max(0, ALL - STEP_OF_LEVELS * Math.abs(here - there));
  }

  /**
   * The same actor, or one of the same side. Two actors of whom nobody tells the sides are not
   * known to be different: who is of which side is what counts.
   */
  private static OptionalInt askedFirst(Set<String> asked, Set<String> other) {
    if (asked.stream().anyMatch(one -> !one.startsWith(SIDE) && other.contains(one))) {
      return OptionalInt.of(ALL);
    }
    boolean sides = hasSide(asked) && hasSide(other);
    boolean same = asked.stream().anyMatch(one -> one.startsWith(SIDE) && other.contains(one));
    return sides ? OptionalInt.of(same ? ALL : 0) : OptionalInt.empty();
  }

  private static boolean hasSide(Set<String> codes) {
    return codes.stream().anyMatch(code -> code.startsWith(SIDE));
  }
}
