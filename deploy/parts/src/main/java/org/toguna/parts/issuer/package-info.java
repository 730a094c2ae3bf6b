/**
 * The smallest OpenID Connect issuer that services can verify tokens against: a key, a discovery
 * document and signed tokens. It has no users and no log-in; production uses a real one.
 */
@NullMarked
package org.toguna.parts.issuer;

import org.jspecify.annotations.NullMarked;
