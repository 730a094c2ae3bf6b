package org.toguna.actors.names;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What actors are called, of those that were asked for and are named to the caller. */
@Schema(description = "What actors are called, as far as the caller may know.")
record ActorNames(@Schema(maxItems = ActorNames.MOST) List<Named> items) {
  static final int MOST = 100;

  /** An actor and its name. */
  @Schema(name = "ActorName")
  record Named(UUID id, @Schema(maxLength = 300) String name) {}
}
