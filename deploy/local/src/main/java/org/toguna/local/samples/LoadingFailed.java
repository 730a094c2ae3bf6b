package org.toguna.local.samples;

/** The registry did not take something; the message holds its own words. */
public final class LoadingFailed extends RuntimeException {

  LoadingFailed(String message) {
    super(message);
  }

  LoadingFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
