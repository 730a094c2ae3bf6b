/**
 * Signatures over many things at once: a Merkle tree over all of them, and one signature of its
 * root. The audit seals its entries so, and the relay its events.
 *
 * <p>Follow one event: {@code Relay} → {@code BatchSigner} (leaf, path, signed root, as headers) →
 * Kafka → {@code EventReader} → {@code SignatureCheck} (path to the root, root's signature once).
 */
@NullMarked
package org.toguna.kit.signing;

import org.jspecify.annotations.NullMarked;
