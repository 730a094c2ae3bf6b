package org.toguna.actors.dictionary;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.actors.registry.Name;
import org.toguna.kit.marking.Tlp;

/** An actor's names as the caller may see them; as protected as the marking says. */
@Schema(description = "An actor's names, as far as the caller may see them.")
record DictionaryEntry(
    UUID id,
    @Schema(description = "Code of the list actor_type", maxLength = 40) String type,
    Tlp tlp,
    @Schema(maxItems = 100) List<Name> names) {}
