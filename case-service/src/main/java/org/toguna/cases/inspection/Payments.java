package org.toguna.cases.inspection;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.values.UncertainNumber;

/**
 * What is paid to armed men follows the rule for ransoms: that it was paid may be told, how much
 * and by whom is its owner's alone. Whoever is not known to be unarmed is taken to be armed.
 */
public final class Payments {
  /** Issues of talks that are something that armed men are paid. */
  public static final Set<String> ISSUES =
      Set.of("ransom", "taxation", "financial_support", "restitution");

  private static final Set<String> GIFTS = Set.of("gift", "restitution");
  private static final Pattern MONEY =
      Pattern.compile(
          "(?iu).*(\\p{Sc}|f\\s?cfa|\\bcfa|\\b(xof|xaf|mru|ouguiya|gnf|ngn|naira|eur|euros?|usd|"
              + "dollars?|francs?)\\b).*");

  private Payments() {}

  /** Whether a number is one of money. */
  public static boolean isMoney(@Nullable UncertainNumber number) {
    return number != null && number.unit() != null && MONEY.matcher(number.unit()).matches();
  }

  /** Whether an issue of talks is something that armed men are paid. */
  public static boolean isIssue(String issue) {
    return ISSUES.contains(issue);
  }

  /**
   * Whether something that changed hands was paid to armed men: any price of theirs, and whatever
   * else is known to have gone to them.
   *
   * @param type code of the list transfer_type
   */
  static boolean isPaid(
      @Nullable String type, List<ActorReference> to, boolean toArmed, boolean toUnarmed) {
    return toArmed || (type != null && !GIFTS.contains(type) && (to.isEmpty() || !toUnarmed));
  }

  static List<ActorReference> known(Stream<@Nullable ActorReference> references) {
    return references.filter(java.util.Objects::nonNull).toList();
  }
}
