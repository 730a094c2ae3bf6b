package org.toguna.test;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The pair as containers; Testcontainers removes them when the process ends. */
final class Containers {

  private static final String URL = "toguna.test.superuser-url";
  private static final String BOOTSTRAP = "toguna.test.bootstrap-servers";

  private Containers() {}

  /** One pair per process, found again by every class loader through the system properties. */
  @SuppressWarnings("resource") // the containers live as long as the process
  static SharedParts shared() {
    synchronized (System.class) {
      if (System.getProperty(URL) == null) {
        var postgres = new PostgreSQLContainer("postgres:18").withUsername("postgres");
        var kafka = new KafkaContainer("apache/kafka:4.1.2");
        postgres.start();
        kafka.start();
        var user = "user=%s&password=%s".formatted(postgres.getUsername(), postgres.getPassword());
        var separator = postgres.getJdbcUrl().contains("?") ? "&" : "?";
        System.setProperty(URL, postgres.getJdbcUrl() + separator + user);
        System.setProperty(BOOTSTRAP, kafka.getBootstrapServers());
      }
      return new SharedParts(System.getProperty(URL), System.getProperty(BOOTSTRAP));
    }
  }
}
