package org.toguna.cases.precedents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who was asked for leave in one case, as far as its permissions tell, and who of them first: only
 * if that is certain by the days told.
 */
final class AskedForLeave {
  private static final String UNKNOWN = "unknown";
  private static final Set<String> ASKED =
      Set.of("asked", "granted", "refused", "expired", "withdrawn");

  private final List<One> all = new ArrayList<>();
  private final Set<String> orders = new TreeSet<>();

  private record One(
      boolean isKnownToBeAsked,
      @Nullable String grantor,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  void take(Telling permission) {
    String status = permission.one("status");
    boolean asked = status != null && ASKED.contains(status);
    if (!asked && !UNKNOWN.equals(status)) {
      return; // who was not asked, was not asked first either
    }
    all.add(
        new One(
            asked,
            permission.one("grantor"),
            day(permission.one("asked_from")),
            day(permission.one("asked_to"))));
    String order = permission.one("order");
    if (order != null && Feature.isValue(order)) {
      orders.add(order);
    }
  }

  /** Whether it was before or after contact, in any of them. */
  Set<String> orders() {
    return orders;
  }

  /** The actor asked first and their side; nothing where that is not known. */
  Set<String> first(Map<String, String> sides) {
    for (One one : all) {
      if (one.isKnownToBeAsked()
          && one.grantor() != null
          && all.stream().allMatch(other -> other == one || isBefore(one, other))) {
        var first = new TreeSet<String>();
        first.add("actor:" + one.grantor());
        String side = sides.get(one.grantor());
        if (side != null) {
          first.add("side:" + side);
        }
        return first;
      }
    }
    return Set.of();
  }

  private static boolean isBefore(One one, One other) {
    return one.to() != null && other.from() != null && one.to().isBefore(other.from());
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
