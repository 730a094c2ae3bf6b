package org.toguna.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.signing.MerkleTree;

/**
 * Proves or disproves that the audit trail is as it was written: every seal signed and chained,
 * every sealed entry as it was, no seal missing that was copied outside.
 */
@ApplicationScoped
public class AuditVerifier {
  private final SealedEntries entries;
  private final Signer signer;
  private final HeadFile heads;

  AuditVerifier(SealedEntries entries, Signer signer, HeadFile heads) {
    this.entries = entries;
    this.signer = signer;
    this.heads = heads;
  }

  /**
   * What was found.
   *
   * @param seals how many; like all numbers here for the operator, since they tell how much all
   *     organisations read and write
   * @param unsealed entries since the last seal, which nothing protects yet
   * @param findings what is wrong; empty if the trail is whole
   */
  public record Verdict(
      boolean whole,
      @Nullable Long seals,
      @Nullable Long entries,
      @Nullable Long unsealed,
      List<String> findings) {

    /** What concerns everybody: whether it is whole. */
    public Verdict withoutNumbers() {
      return new Verdict(
          whole,
          null,
          null,
          null,
          whole ? List.of() : List.of("The trail is not as it was written: ask the operator."));
    }
  }

  public Verdict verify() {
    try (Connection connection = entries.connection()) {
      List<Seal> seals = entries.sealsAfter(connection, 0);
      var findings = new ArrayList<String>();
      long total = 0;
      byte[] previous = Seal.NO_PREVIOUS;
      long from = 0;
      for (int i = 0; i < seals.size(); i++) {
        Seal seal = seals.get(i);
        chain(seal, i + 1L, from, previous, findings);
        MerkleTree tree = entries.tree(connection, seal.fromXid(), seal.toXid());
        if (tree.leaves() != seal.entries()) {
          findings.add(
              "Seal %d covers %d entries, %d are there."
                  .formatted(seal.number(), seal.entries(), tree.leaves()));
        } else if (!SealedEntries.same(tree.root(), seal.root())) {
          findings.add(
              "Entries under seal %d are not as they were sealed.".formatted(seal.number()));
        }
        total += seal.entries();
        previous = seal.digest();
        from = seal.toXid();
      }
      compareHeads(seals, findings);
      return new Verdict(
          findings.isEmpty(),
          (long) seals.size(),
          total,
          entries.unsealed(connection, from),
          findings);
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  private void chain(Seal seal, long number, long from, byte[] previous, List<String> findings) {
    if (!signer.signed(seal.statement(), seal.signature())) {
      findings.add("Seal %d is not signed by this service.".formatted(seal.number()));
    }
    if (seal.number() != number
        || seal.fromXid() != from
        || !SealedEntries.same(seal.previous(), previous)) {
      findings.add("Seal %d does not follow the seal before it.".formatted(seal.number()));
    }
  }

  private void compareHeads(List<Seal> seals, List<String> findings) {
    List<String> lines = heads.lines();
    if (lines.size() > seals.size()) {
      findings.add(
          "%d seals were copied outside, %d are in the database: its tail was cut."
              .formatted(lines.size(), seals.size()));
    }
    for (int i = 0; i < Math.min(lines.size(), seals.size()); i++) {
      if (!lines.get(i).equals(seals.get(i).headLine())) {
        findings.add("Seal %d differs from its copy outside.".formatted(i + 1));
      }
    }
  }
}
