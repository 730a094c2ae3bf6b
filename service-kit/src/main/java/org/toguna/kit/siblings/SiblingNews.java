package org.toguna.kit.siblings;

/**
 * Somebody in this service who acts on news of siblings. News may come twice and must then change
 * nothing; it comes before the read model holds it, so that a crash repeats it rather than loses
 * it.
 */
public interface SiblingNews {
  /** Whether news of that topic are wanted. */
  boolean wants(String topic);

  void heard(SiblingRecord news);
}
