package org.toguna.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What operators watch: how long the oldest event waits, and how many could not be read. */
@ApplicationScoped
class OutboxMetrics {
  private final AgroalDataSource system;
  private final MeterRegistry registry;

  OutboxMetrics(@DataSource("system") AgroalDataSource system, MeterRegistry registry) {
    this.system = system;
    this.registry = registry;
  }

  void register(@Observes StartupEvent event) {
    gauge(
        "toguna.outbox.age",
        "Seconds that the oldest event has waited in the outbox",
        "select coalesce(extract(epoch from now() - min(time)), 0) from outbox");
    gauge(
        "toguna.followers.age",
        "Seconds that the oldest record to be looked at again has been due",
        "select greatest(0, coalesce(extract(epoch from now() - min(at)), 0)) from to_follow");
    gauge("toguna.outbox.rows", "Events waiting in the outbox", "select count(*) from outbox");
    gauge(
        "toguna.dead.letters",
        "Events that could not be read and were not replayed",
        "select count(*) from dead_letter where replayed_at is null");
  }

  private void gauge(String name, String description, String sql) {
    Gauge.builder(name, () -> number(sql)).description(description).register(registry);
  }

  private double number(String sql) {
    try (Connection connection = system.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getDouble(1);
    } catch (SQLException e) {
      return Double.NaN;
    }
  }
}
