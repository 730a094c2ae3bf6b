/** Links between cases: what grew out of what, and who took over. */
@NullMarked
package org.toguna.cases.links;

import org.jspecify.annotations.NullMarked;
