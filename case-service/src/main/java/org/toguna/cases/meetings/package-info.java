/**
 * Meetings: who came, where and under what conditions. One that may lie ahead is its owner's alone.
 */
@NullMarked
package org.toguna.cases.meetings;

import org.jspecify.annotations.NullMarked;
