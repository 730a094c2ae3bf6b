package org.toguna.cases.precedents;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.agreements.AgreementKind;
import org.toguna.cases.contacts.ContactKind;
import org.toguna.cases.crises.CrisisKind;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.cases.outcomes.OutcomeKind;
import org.toguna.cases.permissions.PermissionKind;
import org.toguna.cases.terms.TermKind;

/** What is told of one case, by the case itself and by all that is recorded in it. */
final class Gathered {
  private static final String NOT_TOLD = "-";

  private final UUID dialogue;
  private final Map<Feature, Set<String>> codes = new EnumMap<>(Feature.class);
  private final Map<String, String> sides = new HashMap<>();
  private final AskedForLeave leave = new AskedForLeave();
  private final List<UUID> noted = new ArrayList<>();
  private @Nullable Where place;
  private @Nullable Span own;
  private @Nullable Span ofCrises;
  private boolean seen;

  Gathered(UUID dialogue) {
    this.dialogue = dialogue;
  }

  UUID dialogue() {
    return dialogue;
  }

  /** Whether the case itself is among what was told: without it, its parts tell nothing. */
  boolean isSeen() {
    return seen;
  }

  /** The records whose reading is to be noted if this case is shown. */
  List<UUID> noted() {
    return noted;
  }

  void take(Telling told) {
    switch (told.kind()) {
      case CaseKind.NAME -> dialogue(told);
      case CrisisKind.NAME -> crisis(told);
      case PermissionKind.NAME -> leave.take(told);
      case ContactKind.NAME -> {
        add(Feature.LEVER, told.named("lever"));
        add(Feature.CHANNEL, told.named("channel"));
      }
      case TermKind.NAME -> told.named("term").forEach(this::term);
      case AgreementKind.NAME -> add(Feature.AGREEMENT, told.named("type"));
      case OutcomeKind.NAME -> add(Feature.OUTCOME, told.named("type"));
      default -> throw new IllegalArgumentException("Nothing is compared of a " + told.kind());
    }
    noted.add(told.record());
  }

  Situation situation() {
    var all = new EnumMap<Feature, Set<String>>(codes);
    all.put(Feature.PERMISSION_ORDER, leave.orders());
    all.put(Feature.ASKED_FIRST, leave.first(sides));
    return Situation.of(all, place, own != null ? own : ofCrises);
  }

  private void dialogue(Telling told) {
    seen = true;
    add(Feature.TYPE, told.named("type"));
    add(Feature.LEVEL, told.named("level"));
    place = told.where();
    own = told.when().isTold() ? told.when() : null;
    for (String side : told.named("side")) {
      int equals = side.indexOf('=');
      // Whoever stands on two sides of one case is of neither for certain.
      sides.merge(
          side.substring(0, equals),
          side.substring(equals + 1),
          (one, other) -> one.equals(other) ? one : "unknown");
    }
    sides.values().removeIf(side -> !Feature.isValue(side));
  }

  private void crisis(Telling told) {
    add(Feature.TRIGGER, told.named("type"));
    add(Feature.CAUSE, told.named("cause"));
    add(Feature.BESIEGER, told.named("by"));
    add(Feature.CRISIS_STATUS, told.named("status"));
    if (told.when().isTold()) {
      ofCrises = ofCrises == null ? told.when() : ofCrises.and(told.when());
    }
  }

  private void term(String item) {
    String[] parts = item.split(":", -1);
    add(
        Feature.TERMS,
        Feature.isValue(parts[0]) ? List.of(term(parts[0], parts[1], parts[2])) : List.of());
  }

  /** Issue, nature and state, a dash for what is not known. */
  static String term(String issue, @Nullable String nature, @Nullable String state) {
    return issue + ":" + known(nature) + ":" + known(state);
  }

  private static String known(@Nullable String code) {
    return code == null || !Feature.isValue(code) ? NOT_TOLD : code;
  }

  private void add(Feature feature, List<String> some) {
    some.stream()
        .filter(Feature::isValue)
        .forEach(code -> codes.computeIfAbsent(feature, none -> new TreeSet<>()).add(code));
  }
}
