package org.toguna.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sockets that are opened, written to once, and held. */
abstract class HeldSockets implements Attack {
  private static final int MOST_SECONDS = 60;

  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();

  /** Sends these bytes and reads whatever comes back, until it is stopped or a minute is over. */
  protected void hold(int port, String sent) throws IOException {
    var socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(MOST_SECONDS * 1000);
    sockets.add(socket);
    socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    Thread.ofVirtual().start(() -> read(socket));
  }

  private void read(Socket socket) {
    try (var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
      String first = in.readLine();
      answers.merge(first == null ? "closed without a word" : first, 1, Integer::sum);
      while (in.readLine() != null) {
        continue;
      }
    } catch (IOException e) {
      answers.merge("held until the end", 1, Integer::sum);
    }
  }

  @Override
  public void stop() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        // closed is closed
      }
    }
    sockets.clear();
  }

  @Override
  public Map<String, Integer> answers() {
    return new TreeMap<>(answers);
  }

  static String head(String method, String path, String token, String more) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
        + token
        + "\r\n"
        + more
        + "\r\n";
  }
}
