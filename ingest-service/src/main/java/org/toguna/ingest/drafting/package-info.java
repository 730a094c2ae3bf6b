/**
 * Drafts of crises, read sentence by sentence with word lists of the general language.
 *
 * <p>What a sentence does not say stays unknown. An event is placed only by words that place the
 * event: where somebody comes from is never where something happened. Sentences that repeat others
 * draft nothing, and one siege told in many sentences is one draft.
 */
@NullMarked
package org.toguna.ingest.drafting;

import org.jspecify.annotations.NullMarked;
