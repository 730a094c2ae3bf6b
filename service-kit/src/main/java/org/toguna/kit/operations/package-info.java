/**
 * What operators ask of a service: its read models, its dead letters, the proof of its audit trail.
 */
@NullMarked
package org.toguna.kit.operations;

import org.jspecify.annotations.NullMarked;
