/**
 * Who, where, when and how many a text speaks of, linked to what the registry knows or left open.
 *
 * <p>A name is linked only when the text itself decides which of its bearers is meant: by a word of
 * kind beside it ("district"), by such a word elsewhere in the same text, or because every bearer
 * lies inside one of them. Otherwise the candidates stand with the reason, and a person chooses.
 */
@NullMarked
package org.toguna.ingest.mentions;

import org.jspecify.annotations.NullMarked;
