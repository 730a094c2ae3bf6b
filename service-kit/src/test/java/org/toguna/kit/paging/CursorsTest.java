package org.toguna.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

class CursorsTest {

  private static final List<String> KEY = List.of("2021-08-14", "Pété");
  private static final Reader ALICE = reader("ngo-a/alice", Tlp.GREEN);

  private final Cursors cursors = new Cursors(new byte[32]);

  @Test
  void opensForWhomItWasSealed() {
    assertThat(cursors.open(ALICE, "crises", cursors.seal(ALICE, "crises", KEY))).isEqualTo(KEY);
  }

  @Test
  void tellsNothingOfTheRowItStandsFor() {
    var bytes = Base64.getUrlDecoder().decode(cursors.seal(ALICE, "crises", KEY));
    assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("2021", "Pété");
    assertThat(cursors.seal(ALICE, "crises", KEY)).isNotEqualTo(cursors.seal(ALICE, "crises", KEY));
  }

  @Test
  void closedToOtherFilters() {
    refused(ALICE, "cases", cursors.seal(ALICE, "crises", KEY));
  }

  @Test
  void closedToOtherReadersAndToTheSameWithAnotherClearance() {
    var cursor = cursors.seal(ALICE, "crises", KEY);
    refused(reader("ngo-a/bob", Tlp.GREEN), "crises", cursor);
    refused(reader("ngo-a/alice", Tlp.AMBER), "crises", cursor);
  }

  @Test
  void anyEditSpoilsIt() {
    var bytes = Base64.getUrlDecoder().decode(cursors.seal(ALICE, "crises", KEY));
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 1;
      refused(ALICE, "crises", Base64.getUrlEncoder().encodeToString(bytes));
      bytes[i] ^= 1;
    }
    refused(ALICE, "crises", "");
    refused(ALICE, "crises", "not base64!");
  }

  @Test
  void aPageKnowsWhetherItIsTheLast() {
    var full = Page.cut(List.of(1, 2, 3), 2, last -> "after " + last, null);
    assertThat(full.items()).containsExactly(1, 2);
    assertThat(full.next()).isEqualTo("after 2");
    assertThat(Page.cut(List.of(1, 2), 2, last -> "after " + last, 2L).next()).isNull();
  }

  private void refused(Reader reader, String filters, String cursor) {
    assertThatThrownBy(() -> cursors.open(reader, filters, cursor))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.type()).isEqualTo(ProblemType.BAD_CURSOR));
  }

  private static Reader reader(String person, Tlp clearance) {
    return new Reader("ngo-a", person, Set.of(Role.READER), clearance);
  }
}
