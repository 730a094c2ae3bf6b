package org.toguna.kit.positions;

import java.util.UUID;

/** One record at one version. */
public record Position(UUID record, int version) {}
