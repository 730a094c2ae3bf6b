package org.toguna.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.testcontainers.DockerClientFactory;
import org.toguna.parts.Databases;
import org.toguna.parts.EventKeyPair;
import org.toguna.parts.RandomSecrets;
import org.toguna.parts.RolePasswords;
import org.toguna.parts.Topics;

/**
 * A database and topics of its own for each test run, on a PostgreSQL and a Kafka that the modules
 * of one working copy share: containers where a Docker engine answers, the embedded pair otherwise.
 *
 * <p>{@code @QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service",
 * value = "cases"))} names the database {@code toguna_cases_<random>}. Topics are told apart by
 * {@code toguna.topic-prefix}.
 */
public class RealParts implements QuarkusTestResourceLifecycleManager {

  /** Nothing listens there: a test that needs a sibling service brings its own stand-in. */
  private static final String NOBODY = "http://127.0.0.1:9";

  private String service = "trial";
  private SharedParts parts = SharedParts.NONE;
  private String database = "";

  @Override
  public void init(Map<String, String> arguments) {
    service = arguments.getOrDefault("service", service);
  }

  @Override
  public Map<String, String> start() {
    parts =
        DockerClientFactory.instance().isDockerAvailable()
            ? Containers.shared()
            : EmbeddedPair.shared();
    var run = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    var prefix = "toguna.%s.".formatted(run);
    database = "toguna_%s_%s".formatted(service, run);
    var passwords =
        new RolePasswords(
            RandomSecrets.password(), RandomSecrets.password(), RandomSecrets.password());
    Databases.create(parts.superuserUrl(), database, passwords);
    Topics.ensure(parts.bootstrapServers(), Topics.under(prefix));

    var settings = new HashMap<String, String>();
    settings.putAll(databaseSettings(passwords));
    settings.put("KAFKA_BOOTSTRAP_SERVERS", parts.bootstrapServers());
    settings.put("kafka.bootstrap.servers", parts.bootstrapServers());
    settings.put("toguna.topic-prefix", prefix);
    settings.put("TOGUNA_ISSUER", IssuerForTests.address());
    settings.put("TOGUNA_MASTER_KEY", RandomSecrets.key());
    settings.put("TOGUNA_SHARED_KEY", RandomSecrets.key());
    settings.put("TOGUNA_CURSOR_KEY", RandomSecrets.key());
    settings.put("TOGUNA_AUDIT_KEY", RandomSecrets.key());
    settings.putAll(eventKeys());
    settings.put(
        "TOGUNA_AUDIT_HEAD_FILE",
        Path.of("target", "audit-heads-" + run).toAbsolutePath().toString());
    settings.put("TOGUNA_CASES_URL", NOBODY);
    settings.put("TOGUNA_ACTORS_URL", NOBODY);
    settings.put("TOGUNA_INGEST_URL", NOBODY);
    asProperties(settings);
    return settings;
  }

  /** A key for each of the three services: siblings that a test plays sign as they would. */
  private Map<String, String> eventKeys() {
    var settings = new HashMap<String, String>();
    var believed = new ArrayList<String>();
    for (var speaker : List.of("cases", "actors", "ingest")) {
      var pair = EventKeyPair.generate();
      believed.add("%s.*=%s".formatted(speaker, pair.publicKey()));
      settings.put(Broker.KEY_OF + speaker, pair.seed());
      if (speaker.equals(service)) {
        settings.put("TOGUNA_EVENT_KEY", pair.seed());
      }
    }
    settings.put("TOGUNA_EVENT_KEYS", String.join(",", believed));
    return settings;
  }

  /**
   * Only the real environment is read in the spelling of variables; here the properties are set
   * too.
   */
  private static void asProperties(Map<String, String> settings) {
    Map.copyOf(settings)
        .forEach(
            (name, value) -> {
              if (name.startsWith("TOGUNA_")) {
                settings.put(
                    "toguna." + name.substring(7).toLowerCase(Locale.ROOT).replace('_', '-'),
                    value);
              }
            });
  }

  /** The superuser's way into the test run's database, for tests that look behind the policies. */
  static String superuserUrl(String superuserUrl, String database) {
    return superuserUrl.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database);
  }

  @Override
  public void stop() {
    if (parts != SharedParts.NONE) {
      Databases.drop(parts.superuserUrl(), database);
    }
  }

  private Map<String, String> databaseSettings(RolePasswords passwords) {
    var url = superuserUrl(parts.superuserUrl(), database).replaceFirst("\\?.*", "");
    var settings = new HashMap<String, String>();
    settings.put("TOGUNA_DB_URL", url);
    settings.put("TOGUNA_DB_NAME", database);
    settings.put("TOGUNA_DB_OWNER_PASSWORD", passwords.owner());
    settings.put("TOGUNA_DB_APP_PASSWORD", passwords.app());
    settings.put("TOGUNA_DB_SYSTEM_PASSWORD", passwords.system());
    settings.put("quarkus.datasource.jdbc.url", url);
    settings.put("quarkus.datasource.username", database + "_app");
    settings.put("quarkus.datasource.password", passwords.app());
    settings.put("quarkus.datasource.system.jdbc.url", url);
    settings.put("quarkus.datasource.system.username", database + "_system");
    settings.put("quarkus.datasource.system.password", passwords.system());
    settings.put("quarkus.flyway.username", database + "_owner");
    settings.put("quarkus.flyway.password", passwords.owner());
    settings.put("toguna.test.superuser-url", superuserUrl(parts.superuserUrl(), database));
    return settings;
  }
}
