package org.toguna.parts;

import java.io.FileReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * The broker's own process: formats its directory unless that was done, serves until told to end.
 */
final class KafkaBroker {

  private KafkaBroker() {}

  public static void main(String[] arguments) throws IOException {
    QuietLogging.start();
    var configuration = arguments[0];
    var properties = new Properties();
    try (var in = new FileReader(configuration)) {
      properties.load(in);
    }
    if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
      format(configuration, arguments[1]);
    }
    var server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
    JavaProgram.endWithParent();
    server.startup();
    var client = client(properties);
    if (properties.containsKey("authorizer.class.name")) {
      BrokerAccess.ensure(client, Topics.PREFIX);
    }
    if (arguments.length > 3) {
      Topics.ensure(client, List.of(arguments).subList(3, arguments.length), TopicShape.LOCAL);
    }
    Files.writeString(Path.of(arguments[2]), Long.toString(ProcessHandle.current().pid()));
    server.awaitShutdown();
  }

  /** The broker asks itself under its own name. */
  private static Map<String, Object> client(Properties broker) {
    var client = new HashMap<String, Object>();
    var address = broker.getProperty("advertised.listeners").split("://", 2);
    client.put("security.protocol", address[0]);
    client.put("bootstrap.servers", address[1]);
    broker.stringPropertyNames().stream()
        .filter(name -> name.matches("ssl\\.(key|trust)store\\..*"))
        .forEach(name -> client.put(name, broker.getProperty(name)));
    return client;
  }

  private static void format(String configuration, String clusterId) {
    var command =
        new String[] {
          "format", "--ignore-formatted", "--config", configuration, "--cluster-id", clusterId
        };
    var status = StorageTool.execute(command, new PrintStream(System.out, true));
    if (status != 0) {
      System.exit(status);
    }
  }
}
