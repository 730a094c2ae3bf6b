package org.toguna.kit.holders;

import java.util.UUID;
import org.toguna.kit.marking.View;

/**
 * A view of a record that is about to leave.
 *
 * @param owner whose record it is
 * @param version of that view, as its reader is told it
 */
public record Given(UUID record, String owner, View view, int version) {}
