/** How names and words are compared, in every search, mention and match of all services. */
@NullMarked
package org.toguna.kit.names;

import org.jspecify.annotations.NullMarked;
