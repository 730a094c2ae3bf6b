package org.toguna.kit.codelists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeListsTest {

  private final CodeLists lists = new CodeLists(getClass().getClassLoader());

  @Test
  void aKnownCodeAndAnAbsentOneAreFine() {
    assertThat(lists.check("wood", "baobab", "/wood")).isEmpty();
    assertThat(lists.check("wood", null, "/wood")).isEmpty();
  }

  @Test
  void anUnknownCodeIsAFlawThatNamesTheNearest() {
    var flaw = lists.check("wood", "boabab", "/posts/0/wood").orElseThrow();
    assertThat(flaw.pointer()).isEqualTo("/posts/0/wood");
    assertThat(flaw.code()).isEqualTo("unknown-code");
    assertThat(flaw.detail()).contains("Did you mean \"baobab\"?");
  }

  @Test
  void anUnknownListIsOurOwnMistake() {
    assertThatThrownBy(() -> lists.check("stone", "granite", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void labelsSpeakBothLanguages() {
    assertThat(lists.label("wood", "tamarind", Locale.FRENCH)).isEqualTo("Tamarinier");
    assertThat(lists.label("wood", "tamarind", Locale.ENGLISH)).isEqualTo("Tamarind");
  }

  @Test
  void aCodeOnceGivenStaysForGood() {
    var before = list(1, "a", "b");
    assertThat(list(2, "a", "b", "c").brokenPromises(before)).isEmpty();
    assertThat(list(2, "a").brokenPromises(before)).singleElement().asString().contains("code b");
    assertThat(list(1, "a", "b", "c").brokenPromises(before))
        .singleElement()
        .asString()
        .contains("version is still 1");
  }

  @Test
  void aCodeMayBeGivenOnlyOnce() {
    assertThatThrownBy(() -> new CodeLists(List.of(list(1, "a", "a"))))
        .isInstanceOf(IllegalStateException.class);
  }

  private static CodeList list(int version, String... codes) {
    return new CodeList(
        "letters",
        version,
        Map.of("en", "Letters"),
        null,
        null,
        Arrays.stream(codes)
            .map(code -> new CodeList.Entry(code, Map.of("en", code), null, null, null))
            .toList());
  }
}
