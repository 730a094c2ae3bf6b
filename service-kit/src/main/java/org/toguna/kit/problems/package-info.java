/**
 * What goes wrong, said one way: a closed list of problem types, each with a page that names the
 * remedy.
 *
 * <p>Follow one refusal: a desk throws {@link org.toguna.kit.problems.Refusal} → {@code
 * RefusalMappers} → {@link org.toguna.kit.problems.Problem} as {@code application/problem+json},
 * whose {@code type} opens {@code ProblemPages}.
 */
@NullMarked
package org.toguna.kit.problems;

import org.jspecify.annotations.NullMarked;
