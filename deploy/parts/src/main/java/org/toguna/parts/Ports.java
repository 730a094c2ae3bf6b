package org.toguna.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
public final class Ports {

  private Ports() {}

  public static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new PartFailed("No free port on the loopback interface", e);
    }
  }

  public static boolean isTaken(int port) {
    try (var socket = new ServerSocket()) {
      // A port that a process left a moment ago is free for its successor.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress("127.0.0.1", port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
