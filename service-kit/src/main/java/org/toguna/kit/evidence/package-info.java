/**
 * Citations are checked where the documents are: a quote that a document does not say is refused.
 */
@NullMarked
package org.toguna.kit.evidence;

import org.jspecify.annotations.NullMarked;
