/**
 * Who saw and did what: entries are committed in groups, sealed in batches under a signed Merkle
 * root, and the newest seal is copied outside the database, so that a cut tail shows.
 */
@NullMarked
package org.toguna.kit.audit;

import org.jspecify.annotations.NullMarked;
