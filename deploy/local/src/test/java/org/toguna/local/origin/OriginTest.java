package org.toguna.local.origin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.toguna.parts.Ports;

/** The origin as it is on the wire, in front of a service that answers as it is asked to. */
class OriginTest {
  private static final int HALVES = 150;
  private static final Vertx VERTX = Vertx.vertx();
  private static final AtomicInteger ASKED = new AtomicInteger();
  private static HttpServer service;
  private static int origin;

  @BeforeAll
  static void start() throws Exception {
    service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
    service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    service.createContext(
        "/",
        exchange -> {
          try (exchange) {
            ASKED.incrementAndGet();
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            exchange.getResponseHeaders().add("ETag", "\"1\"");
            if (path.endsWith("/304") || path.endsWith("/204")) {
              exchange.sendResponseHeaders(Integer.parseInt(path.substring(path.length() - 3)), -1);
            } else {
              byte[] answer = ("got " + body.length).getBytes(StandardCharsets.UTF_8);
              exchange.sendResponseHeaders(200, 0); // in chunks
              if (!exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseBody().write(answer);
              }
            }
          }
        });
    service.start();
    origin = Ports.free();
    int port = service.getAddress().getPort();
    VERTX
        .deployVerticle(new Origin(new Settings(origin, port, port, port, "{}")))
        .toCompletionStage()
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }

  @AfterAll
  static void stop() {
    VERTX.close();
    service.stop(0);
  }

  private static Socket sent(String head, byte[] body) throws IOException {
    var socket = new Socket("127.0.0.1", origin);
    socket.setSoTimeout(5_000);
    socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(body);
    socket.getOutputStream().flush();
    return socket;
  }

  /** Sends a second request behind the first: its answer follows only if the first one ended. */
  private static String both(String first) throws IOException {
    try (var socket =
        sent(
            first + "\nHost: x\n\nGET /cases/v1/after HTTP/1.1\nHost: x\nConnection: close\n\n",
            new byte[0])) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void whatHasNoBodyEndsWithItsHeaders() throws IOException {
    for (String first :
        List.of(
            "GET /cases/v1/x/304 HTTP/1.1",
            "GET /cases/v1/x/204 HTTP/1.1",
            "HEAD /cases/v1/x HTTP/1.1")) {
      String answers = both(first);
      String head = answers.substring(0, answers.indexOf("\r\n\r\n"));
      assertThat(head.toLowerCase()).as(first).doesNotContain("transfer-encoding");
      assertThat(answers.substring(head.length() + 4)).as(first).startsWith("HTTP/1.1 200");
      assertThat(answers).as(first).contains("got 0");
    }
  }

  @Test
  void bodiesArriveAsTheyWereSentWhateverTheirSize() throws IOException {
    for (int size : new int[] {0, 1, 1_000, 16 << 10, 100_000, 3_000_000}) {
      byte[] body = new byte[size];
      Arrays.fill(body, (byte) 'x');
      try (var socket =
          sent(
              "POST /cases/v1/x HTTP/1.1\nHost: x\nConnection: close\nContent-Length: %d\n\n"
                  .formatted(size),
              body)) {
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 200")
            .contains("got " + size);
      }
    }
    try (var socket =
        sent(
            "POST /cases/v1/x HTTP/1.1\nHost: x\nConnection: close\nTransfer-Encoding: chunked\n\n",
            "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII))) {
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("got 5");
    }
  }

  @Test
  void halfRequestsReachNoServiceAndNobodyWaitsForThem() throws IOException {
    var halves = new ArrayList<Socket>();
    try {
      int before = ASKED.get();
      for (int i = 0; i < HALVES; i++) {
        halves.add(
            sent(
                "POST /cases/v1/x HTTP/1.1\nHost: x\nContent-Length: 1000\n\n",
                "{\"type\":".getBytes(StandardCharsets.US_ASCII)));
        halves.add(sent("GET /cases/v1/x HTTP/1.1\nHost: ", new byte[0]));
      }
      assertThat(both("GET /cases/v1/y HTTP/1.1")).contains("got 0");
      assertThat(ASKED.get() - before).isEqualTo(2);
    } finally {
      for (Socket half : halves) {
        half.close();
      }
    }
  }
}
