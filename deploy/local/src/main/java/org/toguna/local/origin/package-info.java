/**
 * The one door in front of the three services: it passes on what is on its list, routes, limits and
 * says so when a service is away; who may see what is decided behind it. It also publishes the
 * local issuer's keys.
 */
@NullMarked
package org.toguna.local.origin;

import org.jspecify.annotations.NullMarked;
