/**
 * Who is asking: a bearer token becomes a {@link org.toguna.kit.marking.Reader}, and only a reader
 * whose organisation stands may go on.
 */
@NullMarked
package org.toguna.kit.identity;

import org.jspecify.annotations.NullMarked;
