/**
 * End-to-end stories, told as the clients and operators of a registry live them: over HTTP through
 * the origin, with the stack's own tokens, and with a superuser's eyes on what was written.
 *
 * <p>{@code RunningStack} is the stack of the test run; {@code Client} is somebody with a token;
 * each {@code ...Test} is one story of acceptance.
 */
@NullMarked
package org.toguna.stories;

import org.jspecify.annotations.NullMarked;
