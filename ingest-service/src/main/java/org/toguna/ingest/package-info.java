/**
 * Reports as they were posted, what is read in them, and what is drafted from them for a reviewer.
 *
 * <p>Follow one report: {@code documents.DocumentResource} → {@code documents.Intake} ({@code
 * text}, {@code language}, {@code mentions}, {@code drafting}) → kit {@code RecordBook}. Follow one
 * acceptance: Kafka → {@code suggestions.Acceptances}. Nothing that is drafted here becomes a fact
 * by itself.
 */
@NullMarked
package org.toguna.ingest;

import org.jspecify.annotations.NullMarked;
