/**
 * Precedents: which recorded cases are nearest to one that is recorded or described, feature by
 * feature, from nothing but what the reader may see.
 *
 * <p>Follow one request: {@code CasePrecedentResource} → {@code Precedents} → {@code FeatureRows}
 * (under row-level security, from {@code V60.1__cases_are_compared.sql}) → {@code Gathered} →
 * {@code Comparison} → {@code Nearest}. How alike two cases are in one feature is decided in {@code
 * Likeness}, what that counts in {@code Feature}; both are pure, and a golden test fixes them.
 */
@NullMarked
package org.toguna.cases.precedents;

import org.jspecify.annotations.NullMarked;
