package org.toguna.kit.holders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.toguna.kit.marking.View;

/** What is known already costs a look into memory, and no more memory than there is room for. */
class RememberedTest {
  private static final Instant NOW = Instant.parse("2026-12-01T10:00:20Z");

  @Test
  void noMoreAreRememberedThanThereIsRoomFor() {
    var remembered = new Remembered(1_000);

    for (int i = 0; i < 50_000; i++) {
      remembered.put(holder(View.BLURRED), new Since(NOW, 1));
      assertThat(remembered.size()).isLessThanOrEqualTo(1_000);
    }
  }

  @Test
  void whatIsAskedForStays() {
    var remembered = new Remembered(1_000);
    var asked = holder(View.BLURRED);
    var forgotten = holder(View.BLURRED);
    remembered.put(asked, new Since(NOW, 1));
    remembered.put(forgotten, new Since(NOW, 1));

    for (int i = 0; i < 50_000; i++) {
      remembered.put(holder(View.BLURRED), new Since(NOW, 1));
      assertThat(remembered.get(asked)).isNotNull();
    }
    assertThat(remembered.get(forgotten)).isNull();
  }

  @Test
  void aViewOrAnOrganisationOfItsOwnIsAHolderOfItsOwn() {
    var remembered = new Remembered(10);
    var id = UUID.randomUUID();
    remembered.put(new Holder(id, "a", View.BLURRED), new Since(NOW, 1));

    assertThat(remembered.get(new Holder(id, "a", View.BLURRED))).isNotNull();
    assertThat(remembered.get(new Holder(id, "a", View.FULL))).isNull();
    assertThat(remembered.get(new Holder(id, "b", View.BLURRED))).isNull();
  }

  @Test
  void readingsAreCountedAndWrittenDownOnce() {
    var since = new Since(NOW, 3);
    var holder = holder(View.FULL);

    assertThat(since.again(NOW.plusSeconds(10), 3)).as("the first to be written down").isTrue();
    assertThat(since.again(NOW.plus(Duration.ofMinutes(2)), 4)).isFalse();
    assertThat(since.again(NOW, 2)).isFalse();

    assertThat(since.take(holder))
        .isEqualTo(new Readings(holder, Instant.parse("2026-12-01T10:02:00Z"), 4, 3));
    assertThat(since.again(NOW.plus(Duration.ofMinutes(3)), 4)).isTrue();
    assertThat(since.take(holder).times()).isEqualTo(1);
  }

  private static Holder holder(View view) {
    return new Holder(UUID.randomUUID(), "ngo-b", view);
  }
}
