package org.toguna.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.toguna.parts.Topics;

class RealPartsTest {

  @Test
  void givesEachRunADatabaseAndTopicsOfItsOwnOnOnePair() throws Exception {
    var one = new RealParts();
    var other = new RealParts();
    one.init(Map.of("service", "cases"));
    other.init(Map.of("service", "cases"));

    var first = one.start();
    var second = other.start();

    assertThat(first.get("KAFKA_BOOTSTRAP_SERVERS"))
        .isEqualTo(second.get("KAFKA_BOOTSTRAP_SERVERS"));
    assertThat(first.get("TOGUNA_DB_URL"))
        .contains("toguna_cases_")
        .isNotEqualTo(second.get("TOGUNA_DB_URL"));
    assertThat(whoAmI(first, "quarkus.datasource.")).endsWith("_app");
    assertThat(whoAmI(second, "quarkus.datasource.system.")).endsWith("_system");
    try (var admin =
        Admin.create(Map.of("bootstrap.servers", first.get("KAFKA_BOOTSTRAP_SERVERS")))) {
      assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS))
          .containsAll(Topics.under(first.get("toguna.topic-prefix")))
          .containsAll(Topics.under(second.get("toguna.topic-prefix")));
    }
    one.stop();
    other.stop();
  }

  private static String whoAmI(Map<String, String> settings, String datasource) throws Exception {
    try (var connection =
            DriverManager.getConnection(
                settings.get(datasource + "jdbc.url"),
                settings.get(datasource + "username"),
                settings.get(datasource + "password"));
        var rows = connection.createStatement().executeQuery("select current_user")) {
      rows.next();
      return rows.getString(1);
    }
  }
}
