/**
 * Permissions: leave from somebody who could have stopped the talks, given, refused or unknown; and
 * the ledger of them.
 */
@NullMarked
package org.toguna.cases.permissions;

import org.jspecify.annotations.NullMarked;
