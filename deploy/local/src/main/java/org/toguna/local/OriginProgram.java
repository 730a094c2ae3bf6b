package org.toguna.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.toguna.local.origin.Origin;
import org.toguna.parts.JavaProgram;

/** The origin as a part: how it is started and what its environment holds. */
final class OriginProgram {

  private static final List<String> LEAN =
      List.of(
          "-Xmx48m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:ReservedCodeCacheSize=32m",
          "-XX:MaxDirectMemorySize=48m");

  private OriginProgram() {}

  /**
   * @param learning whether its JVM is to note what it needs for its next start
   */
  static Program of(Home home, Layout layout, Secrets secrets, boolean learning) {
    var environment = new HashMap<>(StackProcesses.mark(home));
    environment.putAll(
        Origin.environment(
            layout.origin(), layout.cases(), layout.actors(), layout.ingest(), secrets.issuer()));
    return new Program(
        "origin",
        () -> command(home, learning),
        environment,
        home.data(),
        home.logs().resolve("origin.log"),
        layout.address() + Origin.ALIVE);
  }

  private static List<String> command(Home home, boolean learning) {
    var command = new ArrayList<>(List.of(JavaProgram.java()));
    command.addAll(AotCache.ofClassPath(home, "origin").options(learning));
    command.addAll(LEAN);
    command.add(Origin.class.getName());
    return command;
  }
}
