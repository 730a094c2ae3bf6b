package org.toguna.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

  @Test
  void aFullBucketServesItsMinuteAtOnceAndThenNothing() {
    var bucket = new TokenBucket(3, 0);
    assertThat(bucket.take(0)).isEqualTo(2);
    assertThat(bucket.take(0)).isEqualTo(1);
    assertThat(bucket.take(0)).isZero();
    assertThat(bucket.take(0)).isNegative();
  }

  @Test
  void itFillsSteadilyButNeverOverflows() {
    var bucket = new TokenBucket(60, 0);
    for (int i = 0; i < 60; i++) {
      bucket.take(0);
    }
    assertThat(bucket.take(TimeUnit.SECONDS.toNanos(1))).isZero();
    assertThat(bucket.take(TimeUnit.HOURS.toNanos(1))).isEqualTo(59);
  }

  @Test
  void onlyABucketThatIsFullAgainMayBeForgotten() {
    var bucket = new TokenBucket(60, 0);
    bucket.take(0);
    assertThat(bucket.idle(0)).isFalse();
    assertThat(bucket.idle(TimeUnit.SECONDS.toNanos(2))).isTrue();
  }
}
