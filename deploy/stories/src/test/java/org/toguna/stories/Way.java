package org.toguna.stories;

import java.util.List;

/**
 * How an operation is called, and by whom at least.
 *
 * @param role the lowest that may; empty where anybody may, without a token
 * @param target what its path names: a kind of planted record, or a fixed word
 * @param mediaType of its body
 * @param bodies tried one after the other; {@code {kind}} stands for the id of a record
 */
record Way(String role, String target, String mediaType, List<String> bodies) {
  static final String ANYBODY = "";
  private static final String JSON = "application/json";
  private static final String PATCH = "application/merge-patch+json";

  static Way open(String target) {
    return new Way(ANYBODY, target, JSON, List.of());
  }

  static Way plain(String role) {
    return new Way(role, "", JSON, List.of());
  }

  static Way of(String role, String target) {
    return new Way(role, target, JSON, List.of());
  }

  static Way posting(String role, String... bodies) {
    return new Way(role, "", JSON, List.of(bodies));
  }

  static Way putting(String role, String target, String body) {
    return new Way(role, target, JSON, List.of(body));
  }

  static Way patching(String role, String target) {
    return new Way(role, target, PATCH, List.of("{\"why\":\"because\"}"));
  }

  static Way sending(String role, String mediaType, String body) {
    return new Way(role, "", mediaType, List.of(body));
  }
}
