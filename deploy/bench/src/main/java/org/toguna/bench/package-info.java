/**
 * Benchmarks: each figure of the running stack beside the limit that the machine sets, measured in
 * turns in the same run, since only their ratio outlives the machine.
 */
@NullMarked
package org.toguna.bench;

import org.jspecify.annotations.NullMarked;
