package org.toguna.cases.gazetteer;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.toguna.cases.gazetteer.DivisionResource.Division;
import org.toguna.cases.gazetteer.DivisionResource.Held;
import org.toguna.cases.gazetteer.DivisionResource.Total;
import org.toguna.kit.db.DatabaseTrouble;

/** Reads divisions with their published totals. */
@ApplicationScoped
class DivisionReadings {
  private static final String HELD =
      """
      select 'adm' || u.level, count(*)
      from division d
      left join division later on later.country = d.country and later.begins > coalesce(d.begins, '-infinity')
      join unit u on u.country = d.country and u.level > 0
        and case when d.begins is null
              then u.valid_from is null or later.begins is null or u.valid_from < later.begins
              else u.valid_from >= d.begins end
      where d.name = ? and (d.begins is not null or u.coding = (
        select coding from unit_coding c where c.country = d.country and c.reference))
      group by u.level order by u.level
      """;

  private final AgroalDataSource database;

  DivisionReadings(AgroalDataSource database) {
    this.database = database;
  }

  List<Division> all() {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "select name, country, begins, source from division order by country, name");
        var row = select.executeQuery()) {
      var divisions = new ArrayList<Division>();
      while (row.next()) {
        var name = row.getString(1);
        divisions.add(
            new Division(
                name,
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                published(connection, name),
                held(connection, name)));
      }
      return divisions;
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  private static List<Total> published(Connection connection, String division) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select level, number, published, source from division_total where division = ?"
                + " order by published, source, array_position(array['region', 'cercle',"
                + " 'arrondissement', 'commune', 'village'], level)")) {
      select.setString(1, division);
      try (var row = select.executeQuery()) {
        var totals = new ArrayList<Total>();
        while (row.next()) {
          totals.add(
              new Total(
                  row.getString(1),
                  row.getInt(2),
                  row.getObject(3, LocalDate.class),
                  row.getString(4)));
        }
        return totals;
      }
    }
  }

  private static List<Held> held(Connection connection, String division) throws SQLException {
    try (var select = connection.prepareStatement(HELD)) {
      select.setString(1, division);
      try (var row = select.executeQuery()) {
        var held = new ArrayList<Held>();
        while (row.next()) {
          held.add(new Held(row.getString(1), row.getInt(2)));
        }
        return held;
      }
    }
  }
}
