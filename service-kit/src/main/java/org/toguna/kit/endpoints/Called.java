package org.toguna.kit.endpoints;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What records of a kind are called in the contract. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Called {
  /** One of them, without an article: {@code breach report}. */
  String one();

  /** What a list of them holds, and in which order: {@code Breach reports, latest first}. */
  String many();
}
