package org.toguna.cases.coverage.checks;

/** A line whose name no place of the unit bears. */
record Doubt(int at, String written, String squeezed) {}
