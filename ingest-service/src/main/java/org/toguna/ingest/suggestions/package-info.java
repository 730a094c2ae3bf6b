/**
 * Suggestions: what was drafted or proposed from a document, until a reviewer accepts or rejects
 * it.
 */
@NullMarked
package org.toguna.ingest.suggestions;

import org.jspecify.annotations.NullMarked;
