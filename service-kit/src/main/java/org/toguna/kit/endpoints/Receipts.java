package org.toguna.kit.endpoints;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.idempotency.Fingerprint;
import org.toguna.kit.idempotency.Outcome;
import org.toguna.kit.idempotency.Retries;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.positions.Positions;
import org.toguna.kit.records.Desk;
import org.toguna.kit.records.Written;

/**
 * What a client holds of its writes: a key to repeat them by, and a position to wait for elsewhere.
 */
@ApplicationScoped
public class Receipts {
  private final Desk desk;
  private final Retries retries;
  private final Positions positions;
  private final ObjectMapper mapper;

  Receipts(Desk desk, Retries retries, Positions positions, ObjectMapper mapper) {
    this.desk = desk;
    this.retries = retries;
    this.positions = positions;
    this.mapper = mapper;
  }

  /** Does the work once per key, in one transaction with the note that it was done. */
  public Written once(
      Reader author, @Nullable String key, String operation, Object body, Supplier<Written> work) {
    return desk.at(
        author,
        () -> {
          Outcome outcome =
              retries.once(
                  author,
                  key,
                  key == null ? new byte[0] : Fingerprint.of(operation, body, mapper),
                  () -> {
                    Written written = work.get();
                    return new Outcome(written.status(), written.id(), written.version(), false);
                  });
          return new Written(
              outcome.record(), outcome.version(), outcome.status(), outcome.replayed());
        });
  }

  /** Several writes that stand or fall together. */
  Written together(Reader author, Supplier<Written> work) {
    return desk.at(author, work);
  }

  /** Reads in the middle of such writes as the author reads at any time. */
  <T> T aside(Supplier<T> reading) {
    return desk.aside(reading);
  }

  public String position(Written written) {
    return positions.token(written.id(), written.version());
  }
}
