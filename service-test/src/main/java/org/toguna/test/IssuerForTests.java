package org.toguna.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.toguna.parts.issuer.Discovery;
import org.toguna.parts.issuer.SigningKey;

/**
 * The issuer of the test run, one per process. Tests and test resources are loaded by different
 * class loaders, so address and key are kept where all of them look: in the system properties.
 */
final class IssuerForTests {

  private static final String ADDRESS = "toguna.test.issuer";
  private static final String KEY = "toguna.test.issuer.key";

  private IssuerForTests() {}

  static String address() {
    synchronized (System.class) {
      if (System.getProperty(ADDRESS) == null) {
        start();
      }
      return System.getProperty(ADDRESS);
    }
  }

  static SigningKey key() {
    address();
    return SigningKey.of(System.getProperty(KEY));
  }

  private static void start() {
    try {
      var key = SigningKey.generate();
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
      var address = "http://127.0.0.1:%d/issuer".formatted(server.getAddress().getPort());
      server.createContext(
          "/issuer" + Discovery.PATH, exchange -> say(exchange, Discovery.document(address)));
      server.createContext("/issuer" + Discovery.KEYS_PATH, exchange -> say(exchange, key.jwks()));
      server.setExecutor(
          Executors.newThreadPerTaskExecutor(
              Thread.ofPlatform().daemon().name("test issuer ", 0).factory()));
      server.start();
      System.setProperty(KEY, key.encoded());
      System.setProperty(ADDRESS, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      var bytes = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
