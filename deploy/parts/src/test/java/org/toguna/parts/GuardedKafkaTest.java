package org.toguna.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each service does at the broker what is its own, and nobody without a certificate anything. */
class GuardedKafkaTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir static Path directory;
  private static BrokerCertificates certificates;
  private static Kafka kafka;

  @BeforeAll
  static void start() {
    certificates = BrokerCertificates.in(directory.resolve("certificates"));
    kafka =
        new Kafka(
            directory.resolve("kafka"),
            Ports.free(),
            List::of,
            certificates,
            Topics.under(Topics.PREFIX));
    kafka.start();
    kafka.awaitReady(PATIENCE);
  }

  @AfterAll
  static void stop() {
    kafka.stop(PATIENCE);
  }

  private static Map<String, Object> as(String name) {
    var settings = new HashMap<String, Object>(certificates.client(name));
    settings.put("bootstrap.servers", kafka.bootstrapServers());
    return settings;
  }

  private static void write(Map<String, Object> who, String topic)
      throws ExecutionException, InterruptedException {
    try (var producer = new KafkaProducer<>(who, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(Topics.PREFIX + topic, "key", "value")).get();
    }
  }

  private static long read(Map<String, Object> who, String topic) {
    try (var consumer =
        new KafkaConsumer<>(who, new StringDeserializer(), new StringDeserializer())) {
      var all =
          consumer.partitionsFor(Topics.PREFIX + topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      var read = 0L;
      for (var round = 0; round < 50 && read == 0; round++) {
        read = consumer.poll(Duration.ofMillis(100)).count();
      }
      return read;
    }
  }

  @Test
  void eachServiceWritesItsOwnTopicsAndReadsWhatItHears() throws Exception {
    for (var service : BrokerRights.OF_SERVICES) {
      var who = as(service.certificate());
      for (var topic : Topics.NAMES) {
        if (topic.startsWith(service.speaks() + ".")) {
          write(who, topic);
        } else if (topic.endsWith("organisation") || topic.endsWith("dead-letter")) {
          assertThatThrownBy(() -> write(who, topic))
              .as("%s writes %s", service.certificate(), topic)
              .hasRootCauseInstanceOf(AuthorizationException.class);
        }
      }
    }
    for (var service : BrokerRights.OF_SERVICES) {
      for (var topic : Topics.NAMES) {
        if (service.hears().contains(topic)) {
          assertThat(read(as(service.certificate()), topic)).isPositive();
        } else {
          assertThatThrownBy(() -> read(as(service.certificate()), topic))
              .as("%s reads %s", service.certificate(), topic)
              .isInstanceOf(AuthorizationException.class);
        }
      }
    }
  }

  @Test
  void nobodyMakesTopicsOrReadsTheAccessListButTheBroker() throws Exception {
    try (var admin = Admin.create(as("ingest-service"))) {
      assertThatThrownBy(() -> admin.describeAcls(AclBindingFilter.ANY).values().get())
          .hasCauseInstanceOf(AuthorizationException.class);
      var heard =
          BrokerRights.OF_SERVICES.getLast().hears().stream()
              .map(Topics.PREFIX::concat)
              .collect(Collectors.toCollection(HashSet::new));
      heard.addAll(
          Set.of(
              "toguna.ingest.document", "toguna.ingest.suggestion", "toguna.ingest.dead-letter"));
      assertThat(admin.listTopics().names().get()).isEqualTo(heard);
    }
    var impatient = as("ingest-service");
    impatient.put("max.block.ms", 5000);
    assertThatThrownBy(() -> write(impatient, "ingest.new"))
        .hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
  }

  @Test
  void whoeverHasNoCertificateGetsNothing() {
    var plain = as("case-service");
    plain.keySet().removeIf(name -> name.startsWith("ssl.") || name.equals("security.protocol"));
    plain.put("request.timeout.ms", 4000);
    plain.put("default.api.timeout.ms", 5000);
    assertThatThrownBy(() -> read(plain, "cases.case")).isInstanceOf(TimeoutException.class);

    var anonymous = as("case-service");
    anonymous.keySet().removeIf(name -> name.startsWith("ssl.keystore"));
    assertThatThrownBy(() -> read(anonymous, "cases.case"))
        .isInstanceOf(SslAuthenticationException.class);

    var foreign =
        new HashMap<>(
            BrokerCertificates.in(directory.resolve("others")).client(BrokerCertificates.BROKER));
    var stranger = as("case-service");
    stranger.put("ssl.keystore.location", foreign.get("ssl.keystore.location"));
    assertThatThrownBy(() -> read(stranger, "cases.case"))
        .isInstanceOf(SslAuthenticationException.class);
  }

  @Test
  void certificatesStayAsTheyAreUntilTheyAreRemoved() throws Exception {
    var home = directory.resolve("kept");
    var first = BrokerCertificates.in(home).client("case-service");
    var file = Path.of(first.get("ssl.keystore.location"));
    var before = Files.readString(file);
    BrokerCertificates.in(home);
    assertThat(Files.readString(file)).isEqualTo(before);
    Files.delete(file);
    BrokerCertificates.in(home);
    assertThat(Files.readString(file)).isNotEqualTo(before);
    assertThat(home.resolve("making.p12")).doesNotExist();
  }
}
