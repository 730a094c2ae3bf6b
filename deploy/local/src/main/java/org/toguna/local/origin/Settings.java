package org.toguna.local.origin;

import java.util.Map;

/** What the origin was told by the supervisor. */
record Settings(int port, int cases, int actors, int ingest, String issuerKeys) {

  static Settings of(Map<String, String> environment) {
    return new Settings(
        Integer.parseInt(environment.getOrDefault("TOGUNA_ORIGIN_PORT", "8080")),
        Integer.parseInt(environment.getOrDefault("TOGUNA_CASES_PORT", "8081")),
        Integer.parseInt(environment.getOrDefault("TOGUNA_ACTORS_PORT", "8082")),
        Integer.parseInt(environment.getOrDefault("TOGUNA_INGEST_PORT", "8083")),
        environment.getOrDefault("TOGUNA_ISSUER_KEYS", "{\"keys\":[]}"));
  }

  String issuer() {
    return "http://127.0.0.1:%d/issuer".formatted(port);
  }
}
