package org.toguna.cases.agreements;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;

/** Somebody who is party to an agreement, and on which side. */
@Schema(name = "AgreementParty", description = "Somebody who is party to an agreement.")
public record Party(@Code("side") @Nullable String side, @Nullable ActorReference who) {}
