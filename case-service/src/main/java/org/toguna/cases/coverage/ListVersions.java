package org.toguna.cases.coverage;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.View;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;

/** Lists and their earlier versions, for those who get them in full and for nobody else. */
@ApplicationScoped
public class ListVersions {
  private final RecordReads reads;
  private final RecordJson json;

  ListVersions(RecordReads reads, RecordJson json) {
    this.reads = reads;
    this.json = json;
  }

  /** A list at one of its versions. */
  public record Version(UUID id, int number, CoverageList list, Marking marking) {}

  /**
   * The list as it is now; empty if there is none for this reader.
   *
   * @throws Refusal not allowed, for those who get it blurred
   */
  public Optional<Version> find(Reader reader, UUID id) {
    return reads.one(reader, CoverageListKind.NAME, id).map(this::open);
  }

  /**
   * The list as it is now.
   *
   * @throws Refusal not found, or not allowed for those who get it blurred
   */
  public Version now(Reader reader, UUID id) {
    return find(reader, id).orElseThrow(Refusal::notFound);
  }

  /** The list as it was in that version. */
  Version at(Reader reader, UUID id, int number) {
    List<RecordReads.Version> versions = reads.history(reader, CoverageListKind.NAME, id);
    RecordReads.Version wanted =
        versions.stream()
            .filter(version -> version.version() == number)
            .findFirst()
            .orElseThrow(Refusal::notFound);
    Version then =
        open(
            reads
                .asOf(reader, CoverageListKind.NAME, id, wanted.at())
                .orElseThrow(Refusal::notFound));
    if (then.number() != number) {
      throw new Refusal(
          ProblemType.CONFLICT, "This version was replaced at once; ask for the one after it.");
    }
    return then;
  }

  private Version open(Served served) {
    if (served.view() != View.FULL) {
      throw new Refusal(
          ProblemType.NOT_ALLOWED, "What a list says is for those alone who get it in full.");
    }
    var view = json.parse(served.json());
    try {
      var list = json.read(json.state(view), CoverageList.class);
      return new Version(
          served.id(), served.version(), list, Objects.requireNonNull(list.marking()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A list that cannot be read: " + served.id(), e);
    }
  }
}
