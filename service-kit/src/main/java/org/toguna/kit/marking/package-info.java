/**
 * Who sees what, decided once: a {@code Marking} says how far a record may travel, its {@code
 * Audience} names the principals that get it full or blurred, a {@code Reader} brings principals,
 * and {@code Blur} makes the blurred copy that is stored. Nothing here is admitted by default.
 */
@NullMarked
package org.toguna.kit.marking;

import org.jspecify.annotations.NullMarked;
