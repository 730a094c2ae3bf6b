package org.toguna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.stories.RunningStack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Whoever holds the database can change the audit trail, but not without its being seen: {@code
 * ./toguna audit verify} tells.
 */
@Order(6)
class AuditTest {
  private static final String SERVICE = "cases";

  /** Some readings, sealed and their seals copied outside; then a copy of both tables. */
  @BeforeEach
  void note() throws SQLException {
    var owner = Client.as("reviewer", "ngo-a");
    for (var i = 0; i < 4; i++) {
      var seals = Rows.number(SERVICE, "select count(*) from audit_seal");
      var id =
          owner
              .post("/cases/v1/crises", "{\"type\":\"siege\",\"status\":\"open\"}")
              .expect(201)
              .id();
      owner.get("/cases/v1/crises/" + id).expect(200);
      Awaitility.await("the next seal")
          .atMost(Duration.ofSeconds(30))
          .until(() -> Rows.number(SERVICE, "select count(*) from audit_seal") > seals);
    }
    Awaitility.await("the copies of the seals")
        .atMost(Duration.ofSeconds(30))
        .until(() -> heads() == Rows.number(SERVICE, "select count(*) from audit_seal"));
    assertThat(stack().toguna("audit", "verify").words()).doesNotContain("NOT WHOLE");
    Rows.change(
        SERVICE,
        "create table entry_saved as select * from audit_entry",
        "create table seal_saved as select * from audit_seal");
  }

  @AfterEach
  void putBack() throws SQLException {
    Rows.change(
        SERVICE,
        "delete from audit_entry where seq in (select seq from entry_saved)",
        "insert into audit_entry overriding system value select * from entry_saved",
        "insert into audit_seal select * from seal_saved on conflict do nothing",
        "drop table entry_saved",
        "drop table seal_saved");
    var verdict = stack().toguna("audit", "verify");
    assertThat(verdict.status()).as(verdict.words()).isZero();
  }

  @Test
  void anEditedEntryIsDetected() throws SQLException {
    Rows.change(
        SERVICE,
        "update audit_entry set person = 'ngo-a/somebody-else' where seq = (select max(seq) from entry_saved)");
    assertDetected("not as they were sealed");
  }

  @Test
  void aDeletedEntryIsDetected() throws SQLException {
    Rows.change(SERVICE, "delete from audit_entry where seq = (select min(seq) from entry_saved)");
    assertDetected("entries, ");
  }

  @Test
  void swappedEntriesAreDetected() throws SQLException {
    Rows.change(
        SERVICE,
        "update audit_entry a set action = b.action, records = b.records, at = b.at from"
            + " entry_saved b where (a.seq, b.seq) in (select max(seq), min(seq) from entry_saved"
            + " union select min(seq), max(seq) from entry_saved)");
    assertDetected("not as they were sealed");
  }

  @Test
  void aTailThatWasCutTogetherWithItsSealsIsDetected() throws SQLException {
    var from = "(select from_xid from seal_saved order by number desc offset 1 limit 1)";
    Rows.change(
        SERVICE,
        "delete from audit_entry where xid >= " + from,
        "delete from audit_seal where from_xid >= " + from);
    assertDetected("its tail was cut");
  }

  @Test
  void aSealThatWasMadeUpIsDetected() throws SQLException {
    Rows.change(
        SERVICE,
        "update audit_seal set root = sha256('made up') where number = (select max(number) from seal_saved)");
    try {
      assertDetected("not signed by this service");
    } finally {
      Rows.change(
          SERVICE,
          "update audit_seal a set root = b.root from seal_saved b where a.number = b.number");
    }
  }

  private static void assertDetected(String finding) {
    var verdict = stack().toguna("audit", "verify");
    System.out.printf("AuditTest: %s%n", verdict.words().replaceAll("(?m)^\\s*$", "").strip());
    assertThat(verdict.status()).isEqualTo(1);
    assertThat(verdict.words()).contains("NOT WHOLE").contains(finding);
  }

  private static long heads() throws IOException {
    var file = stack().data().resolve("audit").resolve(SERVICE + ".heads");
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }
}
