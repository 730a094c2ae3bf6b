package org.toguna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.Audiences;
import org.toguna.kit.records.Evidence;
import org.toguna.kit.values.Citation;

/**
 * Stands for ingest-service where it does not run: a document that was heard of says what is cited.
 */
@ApplicationScoped
class DocumentsHeardOf implements Evidence {
  private final Audiences audiences;

  DocumentsHeardOf(Audiences audiences) {
    this.audiences = audiences;
  }

  @Override
  public Finding check(List<Citation> citations, @Nullable UUID accepted, Reader author) {
    var documents =
        citations.stream()
            .map(Citation::document)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return new Finding(List.of(), audiences.of(documents, author));
  }
}
