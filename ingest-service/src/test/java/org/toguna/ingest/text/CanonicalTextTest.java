package org.toguna.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalTextTest {

  @Test
  void everyKindOfLineEndBecomesOne() {
    assertThat(CanonicalText.of("a\r\nb\rc\u0085d\u2028e\ff").value())
        .isEqualTo("a\nb\nc\nd\ne\nf");
  }

  @Test
  void whatTheSourceWroteStaysAsItIs() {
    var source = "  «\u00A0Djénéba\u00A0» – l’été, “e\u0301té” \t \uD83D\uDC2A ";

    assertThat(CanonicalText.of(source).value()).isEqualTo(source);
  }

  @Test
  void controlsMarksOfOrderAndOverridesAreRemoved() {
    assertThat(CanonicalText.of("\uFEFFa\u0000b\u202Ec\u2066d\u2069\u0007\u009Fe").value())
        .isEqualTo("abcde");
  }

  @Test
  void whatNoDatabaseCanStoreIsReplaced() {
    assertThat(CanonicalText.of("a\uD800b\uFFFFc\uDC00").value())
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
  }

  @Test
  void applyingTheRuleTwiceChangesNothing() {
    var once = CanonicalText.of("\r\r\n\u202A\uD800x\u2028\u0001y");

    assertThat(CanonicalText.of(once.value())).isEqualTo(once);
  }

  @Test
  void theHashIsOfTheTextAsStored() {
    assertThat(CanonicalText.of("abc\r\n").sha256()).isEqualTo(Sha256.hex("abc\n"));
  }
}
