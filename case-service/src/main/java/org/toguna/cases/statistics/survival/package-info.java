/**
 * How long things last: the estimator of Kaplan and Meier (1958) over durations that are known to
 * bounds only, with those that still run censored. Pure arithmetic; what lasted, it does not know.
 */
@NullMarked
package org.toguna.cases.statistics.survival;

import org.jspecify.annotations.NullMarked;
