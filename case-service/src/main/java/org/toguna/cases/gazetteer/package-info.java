/**
 * Where things are: administrative units and places of several providers, each under the spelling
 * and the code its provider gave, and the lookup that answers with candidates and reasons, never
 * with a guess.
 *
 * <p>Follow an import: {@code GazetteerImports} → {@code GazetteerImport} → staging table → {@code
 * Upsert} → places, names, history and outbox in one transaction. Follow a lookup: {@code
 * PlaceResource} → {@code PlaceLookup} → {@code PlaceIndex}.
 */
@NullMarked
package org.toguna.cases.gazetteer;

import org.jspecify.annotations.NullMarked;
