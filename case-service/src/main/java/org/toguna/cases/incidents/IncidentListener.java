package org.toguna.cases.incidents;

import java.util.UUID;
import org.toguna.kit.marking.Reader;

/**
 * Whoever must know of an incident in the transaction that recorded or revised it, whether a person
 * posted it or an import took it in: any bean that implements this. What it writes stands or falls
 * with the incident; what it throws undoes it.
 */
public interface IncidentListener {
  void written(UUID id, Incident incident, Reader author);
}
