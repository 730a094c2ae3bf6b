/**
 * Fills a fresh registry through its public API, as its users would, each with a token of their
 * own: {@link org.toguna.local.samples.Samples} in the order in which things refer to each other.
 */
@NullMarked
package org.toguna.local.samples;

import org.jspecify.annotations.NullMarked;
