package org.toguna.ingest.text;

/**
 * Ends a reading whose time is up: every loop that may go on for long asks here, and whoever gave
 * the reading its time interrupts its thread.
 */
public final class Pace {

  private Pace() {}

  /**
   * @throws TimeIsUp if the thread that reads was interrupted
   */
  public static void keep() {
    if (Thread.currentThread().isInterrupted()) {
      throw new TimeIsUp();
    }
  }

  /** A text that stops whoever walks through it, a regular expression for instance. */
  public static CharSequence over(String text) {
    return new Paced(text);
  }

  /** Thrown through a reading that took longer than it was given. */
  public static final class TimeIsUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TimeIsUp() {
      super("The reading took too long.", null, false, false);
    }
  }

  private static final class Paced implements CharSequence {
    private static final int EVERY = 0xFFFF;
    private final String text;
    private int asked;

    Paced(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if ((++asked & EVERY) == 0) {
        keep();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
