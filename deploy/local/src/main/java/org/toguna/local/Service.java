package org.toguna.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.toguna.parts.BrokerCertificates;
import org.toguna.parts.JavaProgram;
import org.toguna.parts.PartFailed;

/** The three services: how each is started and what its environment holds. */
enum Service {
  CASES("cases", "case-service"),
  ACTORS("actors", "actor-service"),
  INGEST("ingest", "ingest-service");

  private final String path;
  private final String module;

  Service(String path, String module) {
    this.path = path;
    this.module = module;
  }

  String path() {
    return path;
  }

  String module() {
    return module;
  }

  String database() {
    return "toguna_" + path;
  }

  int port(Layout layout) {
    return switch (this) {
      case CASES -> layout.cases();
      case ACTORS -> layout.actors();
      case INGEST -> layout.ingest();
    };
  }

  /**
   * @param learning whether its JVM is to note what it needs for its next start
   */
  Program program(Home home, Layout layout, Secrets secrets, String databaseUrl, boolean learning) {
    return new Program(
        module,
        () -> command(home, learning),
        environment(home, layout, secrets, databaseUrl),
        home.data(),
        home.logs().resolve(module + ".log"),
        "http://127.0.0.1:%d/%s/q/health/ready".formatted(port(layout), path));
  }

  private List<String> command(Home home, boolean learning) {
    var jar = jar(home);
    if (!Files.exists(jar)) {
      throw new PartFailed("%s is not built: there is no %s".formatted(module, jar));
    }
    var command = new ArrayList<>(List.of(JavaProgram.java()));
    command.addAll(LEAN);
    command.addAll(cache(home).options(learning));
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }

  private Path jar(Home home) {
    return home.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
  }

  AotCache cache(Home home) {
    return AotCache.of(home, module, List.of(jar(home)));
  }

  /**
   * Six Java processes share a small machine: headers of objects are short, and what a burst of
   * work needed goes back to the system after it.
   */
  private static final List<String> LEAN =
      List.of(
          "-Xmx160m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:MinHeapFreeRatio=15",
          "-XX:MaxHeapFreeRatio=30",
          "-XX:ReservedCodeCacheSize=48m",
          "-XX:MaxDirectMemorySize=48m",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED");

  private Map<String, String> environment(
      Home home, Layout layout, Secrets secrets, String databaseUrl) {
    var passwords = secrets.passwords(path);
    var environment = new HashMap<>(StackProcesses.mark(home));
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port(layout)));
    environment.put("TOGUNA_DB_URL", databaseUrl);
    environment.put("TOGUNA_DB_OWNER_PASSWORD", passwords.owner());
    environment.put("TOGUNA_DB_APP_PASSWORD", passwords.app());
    environment.put("TOGUNA_DB_SYSTEM_PASSWORD", passwords.system());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + layout.kafka());
    environment.put("TOGUNA_ISSUER", layout.issuer());
    environment.put("TOGUNA_MASTER_KEY", secrets.get(path + ".master-key"));
    environment.put("TOGUNA_SHARED_KEY", secrets.get("shared-key"));
    environment.put("TOGUNA_CURSOR_KEY", secrets.get(path + ".cursor-key"));
    environment.put("TOGUNA_AUDIT_KEY", secrets.get(path + ".audit-key"));
    environment.put("TOGUNA_EVENT_KEY", secrets.get(path + ".event-key"));
    environment.put("TOGUNA_EVENT_KEYS", secrets.eventKeys());
    BrokerCertificates.in(home.broker())
        .client(module)
        .forEach(
            (name, value) ->
                environment.put("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
    environment.put("TOGUNA_AUDIT_HEAD_FILE", home.audit().resolve(path + ".heads").toString());
    for (var service : values()) {
      environment.put(
          "TOGUNA_%s_URL".formatted(service.name()), "http://127.0.0.1:" + service.port(layout));
    }
    return environment;
  }
}
