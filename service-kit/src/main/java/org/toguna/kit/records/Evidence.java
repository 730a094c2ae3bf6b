package org.toguna.kit.records;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Flaw;

/** Checks citations against the documents they quote; the owner of documents knows how. */
public interface Evidence {
  /**
   * What the documents say of the citations.
   *
   * @param flaws citations that do not match, with pointers into {@code /citations}
   * @param audiences of the cited documents: whoever reads a quote may read its document
   */
  record Finding(List<Flaw> flaws, Map<UUID, Audience> audiences) {
    public static final Finding NONE = new Finding(List.of(), Map.of());
  }

  /**
   * Checks as the author, who must see each document in full.
   *
   * @param accepted the suggestion that is accepted so: its passages are then the only ones
   * @throws org.toguna.kit.problems.Refusal if the documents cannot be asked now
   */
  Finding check(List<Citation> citations, @Nullable UUID accepted, Reader author);
}
