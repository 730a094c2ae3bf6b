package org.toguna.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One kept-alive connection that asks and waits, as a JDBC connection does: limit and figure then
 * differ by what serves them, and not by the threads and clients that make the load.
 */
final class HttpConnection implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final byte[] NOTHING = new byte[0];
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  HttpConnection(int port) throws IOException {
    this(port, PATIENCE);
  }

  HttpConnection(int port, Duration patience) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) patience.toMillis());
    in = new BufferedInputStream(socket.getInputStream(), 32 << 10);
    out = new BufferedOutputStream(socket.getOutputStream(), 16 << 10);
  }

  /** What is asked; without a body it is a GET unless it says otherwise. */
  record Ask(String method, String path, String token, String type, String body) {
    private static final String JSON = "application/json";

    static Ask get(String path, String token) {
      return new Ask("GET", path, token, JSON, "");
    }

    static Ask post(String path, String token, String body) {
      return new Ask("POST", path, token, JSON, body);
    }
  }

  /**
   * @return the body
   * @throws IllegalStateException if the answer has another status
   */
  byte[] send(Ask ask, int expected) throws IOException {
    byte[] body = ask.body().getBytes(StandardCharsets.UTF_8);
    String head =
        ask.method()
            + " "
            + ask.path()
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nAuthorization: Bearer "
            + ask.token()
            + (body.length == 0 ? "" : "\r\nContent-Type: " + ask.type())
            + (ask.method().equals("GET") ? "" : "\r\nContent-Length: " + body.length)
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
    int status = Integer.parseInt(line().substring(9, 12));
    byte[] answer = body();
    if (status != expected) {
      throw new IllegalStateException(
          "%s %s: %d %s"
              .formatted(
                  ask.method(), ask.path(), status, new String(answer, StandardCharsets.UTF_8)));
    }
    return answer;
  }

  private byte[] body() throws IOException {
    int length = 0;
    boolean chunked = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      } else if (line.regionMatches(true, 0, "transfer-encoding: chunked", 0, 26)) {
        chunked = true;
      }
    }
    return chunked ? chunks() : exactly(length);
  }

  private byte[] chunks() throws IOException {
    byte[] body = NOTHING;
    while (true) {
      byte[] chunk = exactly(Integer.parseInt(line().strip(), 16));
      line();
      if (chunk.length == 0) {
        return body;
      }
      byte[] longer = java.util.Arrays.copyOf(body, body.length + chunk.length);
      System.arraycopy(chunk, 0, longer, body.length, chunk.length);
      body = longer;
    }
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The connection was closed in the middle of an answer.");
    }
    return bytes;
  }

  private String line() throws IOException {
    var line = new StringBuilder(80);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The connection was closed.");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
