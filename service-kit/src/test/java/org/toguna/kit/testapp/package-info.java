/**
 * A register of huts: the smallest service that stands on the kit, to test the kit as one is used.
 */
@NullMarked
package org.toguna.kit.testapp;

import org.jspecify.annotations.NullMarked;
