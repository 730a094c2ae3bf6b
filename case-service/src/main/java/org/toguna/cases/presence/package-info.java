/** Armed presence: who stood where, when and how, and where nobody was seen. */
@NullMarked
package org.toguna.cases.presence;

import org.jspecify.annotations.NullMarked;
