package org.toguna.kit.values;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How far a date may lie from what anybody can have seen, declared on the field that holds it: what
 * is promised or planned lies ahead, what a tie rests on may be long ago. Any other date is of
 * something that was observed.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface MayLie {

  Beyond[] value();

  /** A side on which a date may lie beyond what was observed. */
  enum Beyond {
    /** Some years ahead: nobody plans for longer. */
    AHEAD,
    /** Before anything that people who talk can remember. */
    LONG_AGO
  }
}
