package org.toguna.kit.values;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** JSON Pointers as clients write them; what they point at may be missing. */
public final class JsonPointers {
  private static final Pattern RFC_6901 = Pattern.compile("(/([^~/]|~[01])*)*");
  private static final int LONGEST = 500;

  private JsonPointers() {}

  /** The pointer that a text is, if it is one; Jackson alone would let {@code ~2} pass. */
  public static Optional<JsonPointer> read(String text) {
    return text.length() <= LONGEST && RFC_6901.matcher(text).matches()
        ? Optional.of(JsonPointer.compile(text))
        : Optional.empty();
  }

  /** Whether something is said there: null, an empty list and an empty object say nothing. */
  public static boolean hasValue(JsonNode json, JsonPointer pointer) {
    return hasValue(json.at(pointer));
  }

  static boolean hasValue(JsonNode node) {
    return !node.isMissingNode() && !node.isNull() && !(node.isContainerNode() && node.isEmpty());
  }
}
