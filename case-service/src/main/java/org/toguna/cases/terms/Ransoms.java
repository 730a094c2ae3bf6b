package org.toguna.cases.terms;

/** What is never recorded of a ransom outside the vault, and how to say that it was paid. */
public final class Ransoms {
  public static final String REMEDY =
      "Amounts and payers of a ransom are kept in the vault alone. Leave it out and say some, none"
          + " or unknown in states.";

  private Ransoms() {}
}
