package org.toguna.kit.paging;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of a list, the cursor of the next, and the number of all if it was asked for. */
public record Page<T>(
    @Schema(maxItems = 1000) List<T> items,
    @Schema(description = "Cursor of the next page; absent on the last", maxLength = 2000)
        @Nullable String next,
    @Schema(minimum = "0", maximum = "9007199254740991") @Nullable Long total,
    @Schema(description = Page.UNDATED_LEFT_OUT) @Nullable Boolean undatedLeftOut) {

  public static final String UNDATED_LEFT_OUT =
      "Where a period was asked for: whether there are records that match but for a date that"
          + " nobody could resolve; ask for them with undated";

  public Page {
    items = List.copyOf(items);
  }

  public Page(List<T> items, @Nullable String next, @Nullable Long total) {
    this(items, next, total, null);
  }

  /**
   * Cuts a page from what was read, one more row than the limit so that the last page knows itself.
   */
  public static <T> Page<T> cut(
      List<T> oneMoreThanLimit, int limit, Function<T, String> cursorAfter, @Nullable Long total) {
    if (oneMoreThanLimit.size() <= limit) {
      return new Page<>(oneMoreThanLimit, null, total);
    }
    var items = oneMoreThanLimit.subList(0, limit);
    return new Page<>(items, cursorAfter.apply(items.getLast()), total);
  }

  public <V> Page<V> map(Function<? super T, ? extends V> view) {
    return new Page<>(items.stream().<V>map(view).toList(), next, total, undatedLeftOut);
  }
}
