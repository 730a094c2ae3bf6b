package org.toguna.kit.endpoints;

import jakarta.ws.rs.core.UriInfo;

/** Where what was made is read. */
public final class Locations {
  private Locations() {}

  /**
   * The path below the one that was posted to. No host stands before it, so that it holds behind
   * any origin (RFC 9110, section 10.2.2).
   */
  public static String below(UriInfo request, String name) {
    return request.getAbsolutePathBuilder().path(name).build().getRawPath();
  }
}
