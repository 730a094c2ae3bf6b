package org.toguna.kit.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is signed holds as it was said, where it was said, and nowhere else. */
class SignedEventsTest {
  private static final BatchSigner CASES = new BatchSigner(seed(1));
  private static final BatchSigner ACTORS = new BatchSigner(seed(2));
  private static final BatchSigner STRANGER = new BatchSigner(seed(3));
  private static final String NOT_SIGNED = "not signed";
  private static final String CHANGED = "not what was signed";
  private static final String FOREIGN = "not signed by who may speak on this topic";

  private final SignatureCheck check =
      new SignatureCheck(new Speakers(List.of(entry("cases.*", CASES), entry("actors.*", ACTORS))));

  private static byte[] seed(int number) {
    byte[] seed = new byte[32];
    seed[0] = (byte) number;
    return seed;
  }

  private static String entry(String topic, BatchSigner speaker) {
    return topic + "=" + Base64.getEncoder().encodeToString(speaker.publicKey());
  }

  private static ProducerRecord<String, byte[]> event(
      String topic, String key, @Nullable String value) {
    var event = new ProducerRecord<String, byte[]>("x." + topic, key, bytes(value));
    event.headers().add("ce_aggregateversion", bytes("1")).add("ce_marking", bytes("GREEN"));
    return event;
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private static ProducerRecord<String, byte[]> signed(BatchSigner by, String topic) {
    var event = event(topic, "a", "{}");
    by.sign(List.of(event));
    return event;
  }

  private String said(ProducerRecord<String, byte[]> event, String topic) {
    var received =
        new ConsumerRecord<String, byte[]>(event.topic(), 0, 0, event.key(), event.value());
    event.headers().forEach(received.headers()::add);
    return check.doubt(received, topic).orElse("");
  }

  @Test
  void eachEventOfBatchesOfAnySizeHolds() {
    for (int size : new int[] {1, 2, 3, 5, 64, 255, 256, 257, 700}) {
      var batch =
          IntStream.range(0, size)
              .mapToObj(n -> event("cases.case", "k" + n, n % 7 == 0 ? null : "{\"n\":" + n + "}"))
              .toList();
      CASES.sign(batch);
      assertThat(batch).allSatisfy(one -> assertThat(said(one, "cases.case")).isEmpty());
    }
  }

  @Test
  void nothingOfItCanBeChangedOrMoved() {
    var random = new Random(11);
    for (int round = 0; round < 200; round++) {
      var batch = new ArrayList<ProducerRecord<String, byte[]>>();
      int size = 1 + random.nextInt(20);
      for (int n = 0; n < size; n++) {
        batch.add(event("cases.case", "k" + n, random.nextBoolean() ? null : "{}"));
      }
      CASES.sign(batch);
      var one = batch.get(random.nextInt(size));
      var headers = one.headers();
      var changed =
          switch (random.nextInt(6)) {
            case 0 -> copy(one, one.topic(), "other", one.value());
            case 1 -> copy(one, "x.cases.crisis", one.key(), one.value());
            case 2 -> copy(one, one.topic(), one.key(), bytes(one.value() == null ? "{}" : null));
            case 3 -> {
              headers.remove("ce_aggregateversion").add("ce_aggregateversion", bytes("9"));
              yield one;
            }
            case 4 -> {
              headers.remove("ce_marking");
              yield one;
            }
            default -> {
              headers.add("ce_marking", bytes("CLEAR"));
              yield one;
            }
          };
      assertThat(said(changed, "cases.case")).as("round %d", round).isEqualTo(CHANGED);
    }
  }

  private static ProducerRecord<String, byte[]> copy(
      ProducerRecord<String, byte[]> event, String topic, String key, byte @Nullable [] value) {
    return new ProducerRecord<>(topic, null, key, value, event.headers());
  }

  @Test
  void signaturesCannotBeSwappedLeftOutOrMadeUp() {
    var one = signed(CASES, "cases.case");
    one.headers().remove(SignedEvent.SIGNATURE);
    assertThat(said(one, "cases.case")).isEqualTo(NOT_SIGNED);
    one.headers().add(SignedEvent.SIGNATURE, bytes("%%%"));
    assertThat(said(one, "cases.case")).isEqualTo(FOREIGN);
    one.headers().remove(SignedEvent.SIGNATURE);
    one.headers().add(SignedEvent.SIGNATURE, bytes("AAAA"));
    assertThat(said(one, "cases.case")).isEqualTo(FOREIGN);
    assertThat(said(event("cases.case", "a", "{}"), "cases.case")).isEqualTo(NOT_SIGNED);

    var other = signed(CASES, "cases.case");
    other.headers().remove(SignedEvent.PATH).add(SignedEvent.PATH, bytes("AAA"));
    assertThat(said(other, "cases.case")).isEqualTo(CHANGED);
  }

  /** A root that held once is not believed under another signature, nor for other speakers. */
  @Test
  void whatIsRememberedOfARootIsThatSignatureForThatTopic() {
    var sound = signed(CASES, "cases.case");
    assertThat(said(sound, "cases.case")).isEmpty();
    assertThat(said(sound, "cases.case")).as("remembered").isEmpty();
    assertThat(said(sound, "actors.actor")).isEqualTo(FOREIGN);
    sound.headers().remove(SignedEvent.SIGNATURE).add(SignedEvent.SIGNATURE, bytes("AAAA"));
    assertThat(said(sound, "cases.case")).isEqualTo(FOREIGN);
  }

  @Test
  void nobodySpeaksOnATopicThatIsNotTheirs() {
    assertThat(said(signed(CASES, "actors.organisation"), "actors.organisation"))
        .isEqualTo(FOREIGN);
    assertThat(said(signed(STRANGER, "cases.case"), "cases.case")).isEqualTo(FOREIGN);
    assertThat(said(signed(CASES, "ingest.document"), "ingest.document")).isEqualTo(FOREIGN);
  }

  @Test
  void theClosestEntryHoldsAndSeveralKeysMayStandBesideEachOther() {
    var narrow =
        new Speakers(
            List.of(
                entry("actors.*", ACTORS),
                entry("actors.*", STRANGER),
                entry("actors.organisation", STRANGER)));
    assertThat(narrow.on("actors.actor").keys()).hasSize(2);
    assertThat(narrow.on("actors.organisation").keys()).hasSize(1);
    assertThat(narrow.on("actorsx.actor").keys()).isEmpty();
    assertThat(narrow.know(ACTORS.publicKey())).isTrue();
    assertThat(narrow.know(CASES.publicKey())).isFalse();
    assertThatThrownBy(() -> new Speakers(List.of("cases.*=AAAA"))).hasMessageContaining("cases.*");
    assertThatThrownBy(() -> new Speakers(List.of("AAAA"))).hasMessageContaining("topic=key");
  }

  /** The audit has always hashed so; both trees have the shape of RFC 6962. */
  @Test
  void theTreeOfABatchIsThatOfTheAudit() {
    for (int size = 1; size < 40; size++) {
      var tree = new MerkleTree();
      var leaves = new ArrayList<byte[]>();
      for (int n = 0; n < size; n++) {
        tree.add("entry " + n);
        var sha256 = Hashes.sha256();
        sha256.update(Hashes.LEAF);
        leaves.add(sha256.digest(("entry " + n).getBytes(StandardCharsets.UTF_8)));
      }
      assertThat(MerklePath.over(leaves).root()).isEqualTo(tree.root());
    }
  }
}
