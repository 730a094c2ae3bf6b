/** What counts that are kept have in common: changes are appended, and folded into sums. */
@NullMarked
package org.toguna.cases.counts;

import org.jspecify.annotations.NullMarked;
