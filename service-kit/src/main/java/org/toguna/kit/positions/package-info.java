/**
 * Read your writes across services: a write answers with a signed position, and a sibling that is
 * asked with it waits a little until it holds that version, or says that it does not.
 */
@NullMarked
package org.toguna.kit.positions;

import org.jspecify.annotations.NullMarked;
