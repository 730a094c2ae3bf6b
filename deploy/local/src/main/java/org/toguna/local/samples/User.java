package org.toguna.local.samples;

import com.fasterxml.jackson.databind.JsonNode;

/** Somebody of an organisation, as the sample files name them. */
record User(String organisation, String name) {

  static User of(JsonNode node) {
    return new User(node.path("organisation").asText(), node.path("user").asText());
  }
}
