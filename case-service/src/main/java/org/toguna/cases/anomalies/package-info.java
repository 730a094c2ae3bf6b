/**
 * The register of anomalies: statements that compete or cannot be right, kept as stated in whatever
 * kind of record they were found, until somebody settles them with a reason.
 */
@NullMarked
package org.toguna.cases.anomalies;

import org.jspecify.annotations.NullMarked;
