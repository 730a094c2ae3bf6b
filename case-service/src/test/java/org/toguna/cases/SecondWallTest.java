package org.toguna.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.toguna.cases.Registry.recorded;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** What the database itself lets a request see, whatever statement it sends. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class SecondWallTest {
  private static final Reader OWNER = reader("ngo-a");
  private static final Reader PARTNER = reader("ngo-b");
  private static final Reader OTHER = reader("ngo-c");

  /** The gazetteer is open to all who sign in; all else stands behind a policy. */
  private static final Set<String> WITHOUT_POLICY =
      Set.of(
          "division",
          "division_total",
          "gazetteer_history",
          "gazetteer_import",
          "gazetteer_import_row",
          "place",
          "place_name",
          "succession",
          "unit",
          "unit_coding",
          "unit_outline",
          "unit_outline_at_zoom");

  @Inject ReaderSql sql;

  @Inject
  @DataSource("system")
  AgroalDataSource system;

  @Test
  void everyTableThatRequestsReadStandsBehindAPolicyOrIsOpenOnPurpose() {
    assertThat(
            texts(
                OTHER,
                "select relname from pg_class where relkind in ('r', 'p') and relnamespace ="
                    + " 'public'::regnamespace and not relrowsecurity and"
                    + " has_table_privilege(current_user, oid, 'select') order by 1"))
        .containsExactlyInAnyOrderElementsOf(WITHOUT_POLICY);
  }

  @Test
  void whatAViewIsAboutIsSeenByWhoeverSeesTheView() {
    String village = Registry.village();
    String crisis = recorded("crises", crisis(village, ""));
    String shared = recorded("crises", crisis("ML0505", "," + Registry.green("ngo-b")));
    String dialogue = aCase(crisis, "");
    String hanging = aCase(crisis, Registry.GREEN);

    assertThat(about(OWNER, "unit:" + village)).contains(crisis);
    assertThat(about(OTHER, "unit:" + village)).isEmpty();
    assertThat(about(PARTNER, "unit:ML0505")).contains(shared);
    assertThat(about(OTHER, "unit:ML0505")).isEmpty();
    assertThat(about(OWNER, "record:" + crisis)).containsExactlyInAnyOrder(dialogue, hanging);
    // Both hang on a crisis that they may not see.
    assertThat(about(OTHER, "record:" + crisis)).isEmpty();
    assertThat(about(Reader.anyone(), "unit:ML0505")).isEmpty();
  }

  @Test
  void aRecordIsAboutWhatItSaysNow() {
    Registry.village();
    String crisis = recorded("crises", crisis("ML0505", ""));
    String other = recorded("crises", crisis("ML0505", ""));
    String dialogue = aCase(crisis, "");

    Registry.patch("cases", dialogue, "{\"crises\":[\"%s\"]}".formatted(other)).statusCode(200);

    assertThat(about(OWNER, "record:" + crisis)).isEmpty();
    assertThat(about(OWNER, "record:" + other)).containsExactly(dialogue);
  }

  @Test
  void rowsFollowTheirViewsThroughEveryChange() throws SQLException {
    Registry.village();
    String crisis = recorded("crises", crisis("ML0505", ""));
    String dialogue = aCase(crisis, "");
    Registry.patch("crises", crisis, "{\"since\":{\"edtf\":\"2020-05\"}}").statusCode(200);
    assertThat(astray()).isEmpty();
    assertThat(about(OWNER, "record:" + crisis)).containsExactly(dialogue);

    String etag = Registry.as(Registry.OWNER).get("/cases/v1/cases/{id}", dialogue).header("ETag");
    Registry.as(Tokens.protectionOfficer("ngo-a"))
        .header("If-Match", etag)
        .delete("/cases/v1/cases/{id}", dialogue)
        .then()
        .statusCode(204);
    assertThat(astray()).isEmpty();
  }

  @Test
  void anEdgeIsSeenByWhoeverSeesBothEnds() {
    Registry.village();
    String crisis = recorded("crises", crisis("ML0505", ""));
    String hanging = aCase(crisis, Registry.GREEN);
    String open = recorded("crises", crisis("ML0505", Registry.GREEN));
    String there = aCase(open, Registry.GREEN);

    String parents = "select parent::text from record_parent where child = '%s'";
    assertThat(texts(OWNER, parents.formatted(hanging))).containsExactly(crisis);
    // They see neither the crisis nor, since it hangs on that, the case.
    assertThat(texts(OTHER, parents.formatted(hanging))).isEmpty();
    assertThat(texts(OTHER, parents.formatted(there))).containsExactly(open);
    assertThat(texts(Reader.anyone(), parents.formatted(there))).isEmpty();
    String ends = "'%s', '%s', '%s', '%s'".formatted(crisis, hanging, open, there);
    for (String edges :
        List.of(
            "select record_id::text from record_anchor where record_id in (%s)",
            "select record_id::text from record_quote where record_id in (%s)")) {
      assertThat(texts(Reader.anyone(), edges.formatted(ends))).isEmpty();
    }
  }

  @Test
  void aKeyIsGivenWithItsViewAndTakenAwayByNobody() {
    Registry.village();
    String crisis = recorded("crises", crisis("ML0505", ""));
    String where = " where record_id = '" + crisis + "'";

    assertThat(texts(OWNER, "select wrapped::text from record_view" + where)).hasSize(1);
    assertThat(texts(OTHER, "select wrapped::text from record_view" + where)).isEmpty();
    for (String taking :
        List.of(
            "update record_view set wrapped = ''" + where + " returning 'gone'",
            "delete from record_view" + where + " returning 'gone'",
            "delete from record_parent where child = '" + crisis + "' returning 'gone'",
            "delete from record_anchor" + where + " returning 'gone'",
            "delete from record_quote" + where + " returning 'gone'",
            "insert into record_parent values ('%1$s', '%1$s') returning 'new'".formatted(crisis),
            "delete from record_attachment" + where + " returning 'gone'")) {
      refused(OWNER, taking, "permission denied");
    }
    refused(OWNER, "select withdraw_blurred('%s')::text".formatted(crisis), "at the desk");
    refused(OTHER, atTheDesk("withdraw_blurred('%s')".formatted(crisis)), "at the desk");
    refused(OTHER, atTheDesk("forget_erased('%s')".formatted(crisis)), "at the desk");
    refused(
        OTHER, atTheDesk("hang_on('%s', '{}', '{}', '{}')".formatted(crisis)), "at the desk");
    // Not by its owner at the desk either, while it stands.
    refused(OWNER, atTheDesk("forget_erased('%s')".formatted(crisis)), "being erased");
    assertThat(texts(OWNER, "select wrapped::text from record_view" + where)).hasSize(1);
  }

  private static String atTheDesk(String function) {
    return "select %s::text from (select set_config('toguna.desk', 'on', true) offset 0) desk"
        .formatted(function);
  }

  private void refused(Reader reader, String statement, String why) {
    assertThatThrownBy(() -> texts(reader, statement))
        .as(statement)
        .isInstanceOf(DatabaseTrouble.class)
        .hasMessageContaining(why);
  }

  @Test
  void classesStayFewWhateverTheNumberOfOwners() {
    Registry.village();
    var before = classes();
    for (int i = 0; i < 4; i++) {
      Registry.as(Tokens.reviewer("ngo-few" + i))
          .body(crisis("ML0505", Registry.GREEN))
          .post("/cases/v1/crises")
          .then()
          .statusCode(201);
    }
    // Each owner's own; what GREEN opens is one for all.
    assertThat(classes()).hasSizeBetween(before.size() + 4, before.size() + 5);
  }

  private List<String> classes() {
    try (var connection = system.getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery("select distinct class::text from record_view")) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Rows that their views do not say, and what views say without a row. */
  private List<String> astray() throws SQLException {
    try (var connection = system.getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    """
                    with said as (
                      select v.kind, about, v.sort_date, v.record_id, v.view, v.class
                      from record_view v, about_of(v) about)
                    select s.about from said s left join record_about a
                      using (kind, about, sort_date, record_id, view, class) where a.record_id is null
                    union all
                    select a.about from record_about a left join said s
                      using (kind, about, sort_date, record_id, view, class) where s.record_id is null""")) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  @Test
  void aStatementThatNobodyWaitsForAnyMoreIsEnded() {
    assertThatThrownBy(() -> texts(OTHER, "select pg_sleep(60)::text"))
        .isInstanceOf(DatabaseTrouble.class)
        .rootCause()
        .extracting(cause -> ((SQLException) cause).getSQLState())
        .isEqualTo("57014");
  }

  private static String crisis(String further, String more) {
    return """
        {"type":"siege","status":"open","place":{"id":"ML0507"},"furtherPlaces":[{"id":"%s"}]%s}"""
        .formatted(further, more);
  }

  private static String aCase(String crisis, String more) {
    return Registry.aCase(",\"crises\":[\"%s\"]%s".formatted(crisis, more));
  }

  private List<String> about(Reader reader, String what) {
    return texts(
        reader, "select distinct record_id from record_about where about = '" + what + "'");
  }

  private List<String> texts(Reader reader, String query) {
    return sql.query(
        reader,
        query,
        List.of(),
        rows -> {
          var found = new ArrayList<String>();
          while (rows.next()) {
            found.add(rows.getString(1));
          }
          return found;
        });
  }

  private static Reader reader(String organisation) {
    return new Reader(organisation, organisation + "/someone", Set.of(Role.READER), Tlp.GREEN);
  }
}
