package org.toguna.cases.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.toguna.kit.codelists.CodeLists;

/** The crosswalks of incidents hold codes that ACLED and UCDP have, and no others. */
class IncidentTypesTest {
  private static final Map<String, List<String>> ACLED =
      Map.of(
          "Battles",
          List.of(
              "Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
          "Explosions/Remote violence",
          List.of(
              "Chemical weapon",
              "Air/drone strike",
              "Suicide bomb",
              "Shelling/artillery/missile attack",
              "Remote explosive/landmine/IED",
              "Grenade"),
          "Strategic developments",
          List.of(
              "Agreement",
              "Arrests",
              "Change to group/activity",
              "Disrupted weapons use",
              "Headquarters or base established",
              "Looting/property destruction",
              "Non-violent transfer of territory",
              "Other"),
          "Violence against civilians",
          List.of("Sexual violence", "Attack", "Abduction/forced disappearance"));
  private final CodeLists lists = new CodeLists(IncidentTypesTest.class.getClassLoader());

  @Test
  void everySubEventTypeIsOneOfItsEventType() {
    lists
        .named("incident_type")
        .orElseThrow()
        .entries()
        .forEach(
            entry -> {
              var crosswalk =
                  entry.crosswalk() == null ? Map.<String, String>of() : entry.crosswalk();
              if (crosswalk.containsKey("acled_event_type")) {
                assertThat(ACLED.get(crosswalk.get("acled_event_type")))
                    .as(entry.code())
                    .contains(crosswalk.get("acled_sub_event_type"));
              }
            });
  }

  @Test
  void eachCodeOfUcdpIsMeantByOneOfOurs() {
    assertThat(codes("incident_type", "ucdp_type_of_violence")).containsExactly("1", "2", "3");
    assertThat(codes("event_clarity", "ucdp_event_clarity")).containsExactly("1", "2");
    assertThat(codes("date_precision", "ucdp_date_prec")).containsExactly("1", "2", "3", "4", "5");
    assertThat(codes("place_precision", "ucdp_where_prec")).containsExactly("1", "2", "5", "7");
    assertThat(Set.copyOf(codes("place_level", "ucdp_where_prec")))
        .isEqualTo(Set.of("1", "3", "4", "6"));
  }

  private List<String> codes(String list, String key) {
    return lists.named(list).orElseThrow().entries().stream()
        .map(entry -> entry.crosswalk() == null ? null : entry.crosswalk().get(key))
        .filter(java.util.Objects::nonNull)
        .sorted()
        .toList();
  }
}
