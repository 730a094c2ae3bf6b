/** All names that a caller may see, for those who look for them in texts. */
@NullMarked
package org.toguna.actors.dictionary;

import org.jspecify.annotations.NullMarked;
