package org.toguna.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Stands where a service will: answers everything, and says which service it was started as. */
public final class StandInService {

  private StandInService() {}

  public static void main(String[] arguments) throws IOException {
    var port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 10);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var words = System.getenv("TOGUNA_DB_URL").replaceFirst(".*/", "").getBytes();
            exchange.sendResponseHeaders(200, words.length);
            exchange.getResponseBody().write(words);
          }
        });
    server.start();
  }
}
