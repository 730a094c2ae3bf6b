/**
 * What became of terms in practice: compliance with commitments and coercive enforcement of rules,
 * on two scales that are never one, and the matrix of what was negotiated against what was
 * practised.
 */
@NullMarked
package org.toguna.cases.observations;

import org.jspecify.annotations.NullMarked;
