package org.toguna.cases.coverage.checks;

import org.jspecify.annotations.Nullable;

/**
 * A line whose name no place of the unit bears.
 *
 * @param begun the only place whose name it begins, if there is one
 */
record Doubt(int at, String written, String squeezed, @Nullable CensusPlace begun) {}
