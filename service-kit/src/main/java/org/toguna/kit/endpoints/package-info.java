/**
 * The same HTTP for every kind of record: read one, list, history, as of, post, patch, erase. A
 * resource of a kind only names its paths and shapes.
 */
@NullMarked
package org.toguna.kit.endpoints;

import org.jspecify.annotations.NullMarked;
