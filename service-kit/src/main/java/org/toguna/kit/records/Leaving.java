package org.toguna.kit.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.toguna.kit.audit.AuditTrail;
import org.toguna.kit.db.GroupCommit;
import org.toguna.kit.holders.Given;
import org.toguna.kit.holders.Holdings;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Tlp;

/**
 * The door through which all that is read leaves: which organisation holds it now is kept, and what
 * is above GREEN is noted for each person. Both are committed side by side before anybody goes on.
 */
@ApplicationScoped
class Leaving {
  private final AuditTrail audit;
  private final Holdings holdings;

  Leaving(AuditTrail audit, Holdings holdings) {
    this.audit = audit;
    this.holdings = holdings;
  }

  void records(Reader reader, String kind, List<Served> served) {
    GroupCommit.Pending held = holdings.note(reader, served.stream().map(Leaving::given).toList());
    List<UUID> above =
        served.stream()
            .filter(record -> record.tlp().compareTo(Tlp.GREEN) > 0)
            .map(Served::id)
            .toList();
    if (!above.isEmpty()) {
      audit.note(reader, "read", kind, above);
    }
    held.await();
  }

  /** What goes with a record, such as its original or its history; noted whatever its label. */
  void partOf(Given record, Reader reader, String action, String kind) {
    GroupCommit.Pending held = holdings.note(reader, List.of(record));
    audit.note(reader, action, kind, List.of(record.record()));
    held.await();
  }

  private static Given given(Served served) {
    return new Given(served.id(), served.owner(), served.view(), served.version());
  }
}
