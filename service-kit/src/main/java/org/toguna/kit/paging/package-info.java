/**
 * Lists in pages: a stable sort, an opaque cursor bound to reader and filters, no last page wall.
 */
@NullMarked
package org.toguna.kit.paging;

import org.jspecify.annotations.NullMarked;
