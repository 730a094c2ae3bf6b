package org.toguna.cases.dialogue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.records.Evidenced;

/** What hangs on a case: a meeting, a permission, what came of it. */
public interface PartOfCase extends Evidenced {
  /** The case, which is called so in JSON. */
  @Nullable UUID dialogue();
}
