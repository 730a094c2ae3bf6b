/**
 * Words as they are compared: folded by table, cut into tokens, looked up in lists of the language.
 *
 * <p>Folding forgets case, accents, the kind of apostrophe, hyphen and space; it never loses where
 * a letter stood. The lists in {@code lexicon/reading.yaml} are of the general language, English
 * and French side by side; their version is stamped on everything drafted with them.
 */
@NullMarked
package org.toguna.ingest.lexicon;

import org.jspecify.annotations.NullMarked;
