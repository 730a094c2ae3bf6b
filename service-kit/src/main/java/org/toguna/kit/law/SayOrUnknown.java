package org.toguna.kit.law;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Silence will not do: the component has a value, or {@code states} say why there is none. At the
 * top of a record its pointer is its name; further within, where it stands.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface SayOrUnknown {
  /** What somebody who said neither is told to do. */
  String value();
}
