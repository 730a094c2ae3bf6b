/**
 * What every request goes through on its way in and every answer on its way out: strict JSON, known
 * parameters only, preconditions, correlation, rate limits and caching.
 */
@NullMarked
package org.toguna.kit.http;

import org.jspecify.annotations.NullMarked;
