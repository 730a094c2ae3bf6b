/**
 * Which language a report is in, as a BCP 47 tag; "und" rather than a guess.
 *
 * <p>A statistical detector proposes and the commonest words confirm: a language that the detector
 * has never met (Bambara, Fulfulde, Dogon) resembles one it has, but shares none of its small
 * words.
 */
@NullMarked
package org.toguna.ingest.language;

import org.jspecify.annotations.NullMarked;
