package org.toguna.local;

import java.util.LinkedHashMap;
import java.util.Map;
import org.toguna.parts.PartFailed;
import org.toguna.parts.Ports;

/** Which part listens where, all on the loopback interface. */
record Layout(int origin, int cases, int actors, int ingest, int postgres, int kafka) {

  private static final int HIGHEST = 65_535;

  static Layout of(Options options) {
    return new Layout(
        options.number("port", 8080, HIGHEST),
        options.number("cases-port", 8081, HIGHEST),
        options.number("actors-port", 8082, HIGHEST),
        options.number("ingest-port", 8083, HIGHEST),
        options.number("postgres-port", 15432, HIGHEST),
        options.number("kafka-port", 19092, HIGHEST));
  }

  String address() {
    return "http://127.0.0.1:" + origin;
  }

  String issuer() {
    return address() + "/issuer";
  }

  /**
   * @throws PartFailed naming the first port that another program has, and the option that avoids
   *     it
   */
  void assertFree() {
    var wanted = new LinkedHashMap<String, Integer>();
    wanted.put("port", origin);
    wanted.put("cases-port", cases);
    wanted.put("actors-port", actors);
    wanted.put("ingest-port", ingest);
    wanted.put("postgres-port", postgres);
    wanted.put("kafka-port", kafka);
    var owners = new LinkedHashMap<Integer, String>();
    for (Map.Entry<String, Integer> one : wanted.entrySet()) {
      var other = owners.put(one.getValue(), one.getKey());
      if (other != null) {
        throw new PartFailed(
            "--%s and --%s both say %d".formatted(other, one.getKey(), one.getValue()));
      }
      if (Ports.isTaken(one.getValue())) {
        throw new PartFailed(
            "port %d is taken by another program. Choose another with --%s N, or end that program."
                .formatted(one.getValue(), one.getKey()));
      }
    }
  }
}
