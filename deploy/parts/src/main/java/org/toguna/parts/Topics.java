package org.toguna.parts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/**
 * The compacted topics that carry the state of records from one service to the others, and one of
 * each service for what it could not read.
 */
public final class Topics {

  /** One topic per kind of record; the prefix tells installations on one broker apart. */
  public static final List<String> NAMES =
      List.of(
          "cases.crisis",
          "cases.case",
          "cases.term",
          "cases.ask",
          "cases.observation",
          "cases.agreement",
          "cases.breach",
          "cases.presence",
          "cases.statement",
          "cases.dialogue",
          "cases.incident",
          "cases.coverage",
          "cases.place",
          "cases.place-judgement",
          "actors.actor",
          "actors.relation",
          "actors.judgement",
          "actors.organisation",
          "ingest.document",
          "ingest.suggestion",
          "cases.dead-letter",
          "actors.dead-letter",
          "ingest.dead-letter");

  /** Where there is one installation on a broker. */
  public static final String PREFIX = "toguna.";

  private Topics() {}

  /** The topics of the three services under a prefix such as "toguna.". */
  public static List<String> under(String prefix) {
    return NAMES.stream().map(prefix::concat).toList();
  }

  public static void ensure(String bootstrapServers, Collection<String> names) {
    ensure(bootstrapServers, names, TopicShape.LOCAL);
  }

  public static void ensure(String bootstrapServers, Collection<String> names, TopicShape shape) {
    ensure(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), names, shape);
  }

  /**
   * Creates the missing topics and brings the settings of those that exist to the given shape.
   *
   * @param client address and, where the broker asks for them, credentials
   */
  public static void ensure(
      Map<String, Object> client, Collection<String> names, TopicShape shape) {
    try (var admin = Admin.create(client)) {
      var present = admin.listTopics().names().get(20, TimeUnit.SECONDS);
      var byPresence = names.stream().collect(Collectors.partitioningBy(present::contains));
      admin
          .createTopics(byPresence.get(false).stream().map(name -> topic(name, shape)).toList())
          .all()
          .get(20, TimeUnit.SECONDS);
      admin
          .incrementalAlterConfigs(
              byPresence.get(true).stream()
                  .collect(
                      Collectors.toMap(
                          name -> new ConfigResource(ConfigResource.Type.TOPIC, name),
                          name -> changes(name, shape))))
          .all()
          .get(20, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new PartFailed("Could not prepare the topics: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailed("Interrupted while preparing the topics", e);
    }
  }

  private static Collection<AlterConfigOp> changes(String name, TopicShape shape) {
    return shape.settings(name).entrySet().stream()
        .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
        .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
        .toList();
  }

  private static NewTopic topic(String name, TopicShape shape) {
    return new NewTopic(
            name, Optional.of(shape.partitions()), Optional.of((short) shape.replicas()))
        .configs(shape.settings(name));
  }
}
