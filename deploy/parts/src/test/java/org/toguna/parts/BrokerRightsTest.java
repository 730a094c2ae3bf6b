package org.toguna.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What services may read is what they read, in every way of deploying them. */
class BrokerRightsTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern READ =
      Pattern.compile(
          "topic, name: toguna\\.([a-z.-]+), patternType: literal}, operations: \\[Read]");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "topic, name: toguna\\.([a-z]+)\\., patternType: prefix}, operations: \\[Write]");

  @Test
  void theyHearWhatTheirSettingsSay() throws IOException {
    for (var service : BrokerRights.OF_SERVICES) {
      var settings = new Properties();
      try (var in =
          Files.newBufferedReader(
              ROOT.resolve(service.certificate())
                  .resolve("src/main/resources/application.properties"))) {
        settings.load(in);
      }
      assertThat(
              Arrays.stream(
                      settings.getProperty("mp.messaging.incoming.siblings.topics").split(","))
                  .map(topic -> topic.replace("${toguna.topic-prefix}", "")))
          .containsExactlyInAnyOrderElementsOf(service.hears());
    }
  }

  @Test
  void theClusterLetsThemDoTheSame() throws IOException {
    var users =
        Arrays.stream(
                Files.readString(ROOT.resolve("deploy/kubernetes/base/kafka-users.yaml"))
                    .split("---\n"))
            .toList();
    assertThat(users).hasSameSizeAs(BrokerRights.OF_SERVICES);
    for (var service : BrokerRights.OF_SERVICES) {
      var user =
          users.stream()
              .filter(one -> one.contains("  name: " + service.certificate() + "\n"))
              .findFirst()
              .orElseThrow();
      assertThat(all(READ, user)).containsExactlyInAnyOrderElementsOf(service.hears());
      assertThat(all(WRITTEN, user)).containsExactly(service.speaks());
    }
  }

  @Test
  void theHostLetsThemDoTheSame() throws IOException {
    var script = Files.readString(ROOT.resolve("deploy/compose/kafka/create-topics.sh"));
    for (var service : BrokerRights.OF_SERVICES) {
      assertThat(script)
          .contains(
              "allow %s %s \"%s\""
                  .formatted(
                      service.certificate(), service.speaks(), String.join(" ", service.hears())));
    }
    for (var topic : Topics.NAMES) {
      assertThat(script.replace("$service.dead-letter", "")).as(topic).contains(word(topic));
    }
  }

  private static String word(String topic) {
    return topic.endsWith(".dead-letter") ? topic.replace(".dead-letter", "") : topic;
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), List::copyOf));
  }
}
