package org.toguna.kit.siblings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.identity.OrganisationStanding;

/**
 * Which organisations may use the registry, as actor-service told: at once where the news is heard,
 * and within some seconds in every other instance of the service, which reads the table.
 *
 * <p>An organisation that nobody registered may use the registry, or else nobody could register the
 * first one; {@code toguna.organisations.closed-world=true} ends that.
 */
@ApplicationScoped
class OrganisationsHeard implements OrganisationStanding, SiblingNews {
  private static final Logger LOG = Logger.getLogger(OrganisationsHeard.class);
  private static final String TOPIC = "actors.organisation";
  private static final String ACTIVE = "active";
  private final AgroalDataSource system;
  private final ObjectMapper mapper;
  private final boolean closedWorld;
  private final Duration every;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, Standing> heard = new HashMap<>();
  private volatile Map<String, Boolean> active = Map.of();

  OrganisationsHeard(
      @DataSource("system") AgroalDataSource system,
      ObjectMapper mapper,
      @ConfigProperty(name = "toguna.organisations.closed-world", defaultValue = "false")
          boolean closedWorld,
      @ConfigProperty(name = "toguna.organisations.every", defaultValue = "5S") Duration every) {
    this.system = system;
    this.mapper = mapper;
    this.closedWorld = closedWorld;
    this.every = every;
  }

  /** The last that was heard of one organisation's record; without a name it is gone. */
  private record Standing(int version, @Nullable String shortName, boolean active) {
    static Standing of(int version, @Nullable JsonNode data) {
      return new Standing(
          version,
          data == null ? null : data.path("shortName").textValue(),
          data != null && data.path("status").asText().equals(ACTIVE));
    }

    Standing newer(Standing other) {
      return other.version() >= version ? other : this;
    }
  }

  void start(@Observes StartupEvent event) {
    read();
    Thread.ofPlatform().name("organisations").daemon().start(this::readAgainAndAgain);
  }

  void stop(@Observes ShutdownEvent event) {
    closing.countDown();
  }

  @Override
  public boolean isActive(String organisation) {
    return active.getOrDefault(organisation, !closedWorld);
  }

  @Override
  public boolean wants(String topic) {
    return topic.equals(TOPIC);
  }

  @Override
  public void heard(SiblingRecord news) {
    apply(Map.of(news.id(), Standing.of(news.version(), news.full())));
  }

  private synchronized void apply(Map<String, Standing> news) {
    news.forEach((id, standing) -> heard.merge(id, standing, Standing::newer));
    active =
        heard.values().stream()
            .filter(standing -> standing.shortName() != null)
            .collect(
                Collectors.toUnmodifiableMap(
                    Standing::shortName, Standing::active, Boolean::logicalAnd));
  }

  private void readAgainAndAgain() {
    try {
      while (!closing.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        read();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** While the database is away, what was known last holds. */
  private void read() {
    try {
      apply(stored());
    } catch (DatabaseTrouble e) {
      LOG.warnf("The standing of organisations stays as it was: %s", e.getMessage());
    }
  }

  private Map<String, Standing> stored() {
    try (Connection connection = system.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select id, version, case when not gone then data end from sibling"
                    + " where topic = ? and view = 'full' union all"
                    + " select id, version, null from sibling_erased where topic = ?")) {
      select.setString(1, TOPIC);
      select.setString(2, TOPIC);
      try (ResultSet rows = select.executeQuery()) {
        var stored = new HashMap<String, Standing>();
        while (rows.next()) {
          String data = rows.getString(3);
          stored.merge(
              rows.getString(1),
              Standing.of(rows.getInt(2), data == null ? null : mapper.readTree(data)),
              Standing::newer);
        }
        return stored;
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
