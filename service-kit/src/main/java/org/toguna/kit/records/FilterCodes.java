package org.toguna.kit.records;

import org.jspecify.annotations.Nullable;

/**
 * The code lists that the filters {@code type}, {@code status} and {@code stage} of a kind are read
 * by; null where records of the kind have no such code, and so nobody can ask for one.
 */
public record FilterCodes(@Nullable String type, @Nullable String status, @Nullable String stage) {

  /** In the place of a code list: the tags of languages, which are on none. */
  public static final String LANGUAGE = "BCP 47";

  /** For a kind without any such code. */
  public static final FilterCodes NONE = new FilterCodes(null, null, null);

  public static FilterCodes ofType(String type) {
    return new FilterCodes(type, null, null);
  }

  public static FilterCodes ofStatus(String status) {
    return new FilterCodes(null, status, null);
  }
}
