package org.toguna.cases.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.UncertainDate;

class StageOrderTest {

  @Test
  void theUsualOrderIsNotTalkedAbout() {
    assertThat(warnings("trigger 2021-03", "contact_made 2021-05", "terms_agreed 2021-08"))
        .isEmpty();
    assertThat(warnings("terms_agreed 2021-08", "trigger 2021-03")).isEmpty();
  }

  @Test
  void whatIsDatedBeforeAllOfWhatComesFirstIsTold() {
    assertThat(warnings("contact_made 2021-08", "in_force 2021-05"))
        .singleElement()
        .satisfies(
            odd -> {
              assertThat(odd.pointer()).isEqualTo("/stages/1");
              assertThat(odd.code()).isEqualTo("odd-order");
              assertThat(odd.detail()).contains("in_force").contains("contact_made");
            });
  }

  @Test
  void whatTheDatesLeaveOpenIsNotOdd() {
    assertThat(warnings("contact_made 2021", "in_force 2021-05")).isEmpty();
    assertThat(warnings("contact_made", "in_force 2021-05")).isEmpty();
    assertThat(warnings("contact_made 2021-08", "in_force")).isEmpty();
    assertThat(warnings("contact_made ../2021-08", "in_force 2021-05")).isEmpty();
  }

  @Test
  void talksMayGoBackAndForth() {
    assertThat(
            warnings("meeting 2021-04", "in_force 2021-05", "breached 2021-06", "meeting 2021-07"))
        .isEmpty();
  }

  @Test
  void permissionHasNoPlaceOfItsOwn() {
    assertThat(warnings("permission 2021-01", "contact_made 2021-02")).isEmpty();
    assertThat(warnings("contact_made 2021-02", "meeting 2021-03", "permission 2021-04")).isEmpty();
  }

  private static List<Flaw> warnings(String... stages) {
    return StageOrder.warnings(
        Arrays.stream(stages)
            .map(
                text -> {
                  String[] parts = text.split(" ");
                  return new StageObservation(
                      parts[0], parts.length == 1 ? null : UncertainDate.of(parts[1]), null);
                })
            .toList());
  }
}
