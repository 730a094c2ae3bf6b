package org.toguna.kit.law;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The component is a code of a list, or a list of such codes. The contract says so. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Code {
  /** Codes are no longer than this. */
  int LONGEST = 40;

  /** As many at most where the component is a list. */
  int MOST = 50;

  /** Name of the code list. */
  String value();
}
