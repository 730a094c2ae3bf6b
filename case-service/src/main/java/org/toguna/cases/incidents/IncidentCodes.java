package org.toguna.cases.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;

/** Gives incidents in the codes of providers, within what the reader may see of them. */
@ApplicationScoped
class IncidentCodes {
  private final CurrentReader current;
  private final RecordReads reads;
  private final RecordJson json;
  private final CodeLists lists;

  IncidentCodes(CurrentReader current, RecordReads reads, RecordJson json, CodeLists lists) {
    this.current = current;
    this.reads = reads;
    this.json = json;
    this.lists = lists;
  }

  ProviderCodes of(UUID id) {
    return reads
        .one(current.allowed(Role.READER), IncidentKind.NAME, id)
        .map(served -> ProviderCodes.of(json.parse(served.json()), lists))
        .orElseThrow(Refusal::notFound);
  }
}
