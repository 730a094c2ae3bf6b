package org.toguna.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** What keeping the counts costs whoever records an incident, and how fast a file is taken in. */
final class IncidentWrites {
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEAD =
      "event_id,relid,year,date_start,date_end,date_prec,type_of_violence,conflict_id,conflict_name,"
          + "dyad_id,dyad_name,side_a_id,side_a,side_b_id,side_b,country,adm_1,adm_2,"
          + "where_coordinates,where_description,where_prec,latitude,longitude,event_clarity,"
          + "deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,number_of_sources,"
          + "sources\n";

  private final RunningStack stack;
  private final Registry registry;
  private final Connection database;

  IncidentWrites(RunningStack stack, Registry registry, Connection database) {
    this.stack = stack;
    this.registry = registry;
    this.database = database;
  }

  /** Leaves incidents behind that were not counted: nothing that reads counts may come after. */
  void counted(Report report, Comparison comparison) {
    Load posts =
        new HttpLoad(
            stack.port("cases"),
            201,
            (who, random) ->
                HttpConnection.Ask.post(
                    "/cases/v1/incidents",
                    registry.authors().get(who),
                    Incidents.incident(random)));
    report.add(
        Row.compared(
            "record an incident (without keeping the counts)",
            comparison.of(with("disable", posts), with("enable", posts)),
            null,
            null));
  }

  private Load with(String state, Load load) {
    return time -> {
      try (Statement statement = database.createStatement()) {
        statement.execute("alter table record_view " + state + " trigger incident_is_counted");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return load.perSecond(time);
    };
  }

  /**
   * @throws IllegalStateException if a row does not become an incident
   */
  void imported(Report report, int rows) throws IOException {
    try (var connection = new HttpConnection(stack.port("cases"), PATIENCE)) {
      var clock = Pace.start(stack);
      var file =
          new HttpConnection.Ask(
              "POST",
              "/cases/v1/incident-imports?marking=GREEN",
              registry.authors().getFirst(),
              "text/csv",
              file(rows));
      JsonNode job = JSON.readTree(connection.send(file, 202));
      String path = "/cases/v1/incident-imports/" + job.path("id").asText();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!job.path("state").asText().equals("done") && System.nanoTime() < end) {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        job =
            JSON.readTree(
                connection.send(HttpConnection.Ask.get(path, registry.authors().getFirst()), 200));
      }
      Pace pace = clock.of(rows);
      if (job.at("/outcomes/created").asInt() != rows) {
        throw new IllegalStateException("%d rows: %s".formatted(rows, job));
      }
      report.add(
          Row.reported(
              "import of %,d incidents by a job".formatted(rows),
              "/s",
              pace.perSecond(),
              pace.costs()));
    }
  }

  private static String file(int rows) {
    var random = ThreadLocalRandom.current();
    var csv = new StringBuilder(HEAD);
    for (int i = 0; i < rows; i++) {
      int cercle = random.nextInt(Registry.CERCLES);
      var day = Incidents.day(random);
      csv.append(
          String.format(
              Locale.ROOT,
              "%1$d,FIC-%1$d,%2$d,%3$s,%3$s,1,1,991,Fictional conflict,881,Fictional dyad,9001,State"
                  + " forces,9002,Front of the Plain,Mali,Region,Cercle %4$d,a village,near a"
                  + " village,2,%5$.6f,%6$.6f,1,0,2,0,0,2,2,2,1,Radio Plateau | %3$s | Clash%n",
              2_000_000 + i,
              day.getYear(),
              day,
              cercle,
              Incidents.south(cercle) + random.nextDouble(),
              Incidents.west(cercle) + random.nextDouble()));
    }
    return csv.toString();
  }
}
