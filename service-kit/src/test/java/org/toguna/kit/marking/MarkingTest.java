package org.toguna.kit.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.toguna.kit.values.Flaw;

class MarkingTest {

  private static final JsonPointer AT = JsonPointer.compile("/marking");
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void nothingSaidMeansTheOwnerOnly() throws JsonProcessingException {
    Marking said = json.readValue("{}", Marking.class).under("ngo-a");

    assertThat(said).isEqualTo(Marking.ownerOnly("ngo-a"));
    assertThat(said.tlp()).isEqualTo(Tlp.AMBER_STRICT);
    assertThat(said.sharedWith()).isEmpty();
    assertThat(said.namedPersons()).isEmpty();
    assertThat(said.finestPlace()).isEqualTo(PlaceLevel.adm2);
    assertThat(said.finestDate()).isEqualTo(DatePrecision.month);
  }

  @Test
  void isWrittenInJsonAsItIsRead() throws JsonProcessingException {
    String text =
        """
        {"tlp":"AMBER+STRICT","owner":"ngo-a","sharedWith":["ngo-b","ngo-c"],\
        "namedPersons":["ngo-a/alice"],"finestPlace":"adm1","finestDate":"year"}""";

    assertThat(json.writeValueAsString(json.readValue(text, Marking.class))).isEqualTo(text);
  }

  @Test
  void anOwnerGivenIsKept() {
    assertThat(Marking.ownerOnly("ngo-a").under("ngo-b").owner()).isEqualTo("ngo-a");
  }

  @Test
  void theAuthorOfARedRecordIsNamedAndOfNoOther() {
    assertThat(Marking.of(Tlp.RED, "a").writtenBy("a/alice").namedPersons())
        .containsExactly("a/alice");
    assertThat(Marking.of(Tlp.AMBER_STRICT, "a").writtenBy("a/alice").namedPersons()).isEmpty();
  }

  @Test
  void outsidersDoNotLearnWhoIsNamed() {
    Marking marking =
        new Marking(
            Tlp.GREEN, "a", Set.of("b"), Set.of("c/x"), PlaceLevel.adm1, DatePrecision.year);

    assertThat(marking.forOutsiders())
        .isEqualTo(
            new Marking(Tlp.GREEN, "a", Set.of(), Set.of(), PlaceLevel.adm1, DatePrecision.year));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ngo", "a+amber", "a/b", "a:b", "-a", "a b", "é"})
  void anOrganisationIsCalledSoThatNobodyCanPassForIt(String name) {
    assertThat(Marking.ownerOnly(name).flaws(AT))
        .extracting(Flaw::pointer, Flaw::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/marking/owner", "not-an-organisation"));
    assertThatThrownBy(() -> new Reader(name, name + "/x", Set.of(), Tlp.GREEN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoIsNamedMustBeWellNamedAndNotTooMany() {
    Set<String> many =
        IntStream.rangeClosed(0, Marking.MOST_NAMED)
            .mapToObj("ngo-%d"::formatted)
            .collect(Collectors.toSet());
    Marking marking = new Marking(Tlp.RED, "a", many, Set.of("alice"), null, null);

    assertThat(marking.flaws(AT))
        .extracting(flaw -> flaw.pointer() + " " + flaw.code())
        .containsExactly("/marking/sharedWith too-many", "/marking/namedPersons not-a-person");
    assertThat(new Marking(Tlp.RED, "a", Set.of("b c"), Set.of("b/x y"), null, null).flaws(AT))
        .extracting(Flaw::pointer)
        .containsExactly("/marking/sharedWith");
    assertThat(Marking.ownerOnly("ngo-a").flaws(AT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CLEAR, CLEAR",
    "GREEN, GREEN",
    "AMBER, AMBER",
    "AMBER+STRICT, AMBER_STRICT",
    "RED, RED",
    "TLP:AMBER+STRICT, AMBER_STRICT"
  })
  void labelsAreThoseOfTlp2(String label, Tlp tlp) {
    assertThat(Tlp.of(label)).isEqualTo(tlp);
  }

  @ParameterizedTest
  @ValueSource(strings = {"WHITE", "amber", "", "AMBER_STRICT", "TLP:TLP:RED"})
  void otherLabelsAreRefused(String label) {
    assertThatThrownBy(() -> Tlp.of(label))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("AMBER+STRICT");
  }

  @ParameterizedTest
  @CsvSource({
    "reader, READER",
    "contributor, READER CONTRIBUTOR",
    "reviewer, READER CONTRIBUTOR REVIEWER",
    "protection-officer, READER PROTECTION_OFFICER",
    "administrator, READER ADMINISTRATOR"
  })
  void rolesImplyTheLesserOnesAndNoMore(String label, String all) {
    Role role = Role.named(label).orElseThrow();

    Reader reader = new Reader("a", "a/x", Set.of(role), Tlp.GREEN);

    assertThat(reader.roles().stream().map(Role::name).collect(Collectors.joining(" ")))
        .isEqualTo(all);
    assertThat(reader.may(role)).isTrue();
    assertThat(role.label()).isEqualTo(label);
  }

  @Test
  void theOperatorIsARealmOfItsOwn() {
    Set<Role> all = Set.of(Role.values());

    assertThat(new Reader("operator", "operator/x", all, Tlp.RED).roles())
        .containsExactlyInAnyOrder(Role.READER, Role.OPERATOR);
    assertThat(new Reader("operator", "operator/x", all, Tlp.RED).clearance()).isEqualTo(Tlp.GREEN);
    assertThat(new Reader("operator", "operator/x", all, Tlp.RED).principals())
        .as("those of an outsider who is not cleared")
        .containsExactly("org:operator", "person:operator/x", "tlp:clear", "tlp:green");
    assertThat(new Reader("operator", "operator/x", Set.of(Role.REVIEWER), Tlp.RED).roles())
        .isEmpty();
    assertThat(new Reader("a", "a/x", all, Tlp.RED).roles()).doesNotContain(Role.OPERATOR);
    assertThat(new Reader("a", "a/x", Set.of(Role.OPERATOR), Tlp.RED).roles()).isEmpty();
    assertThat(new Reader(null, "x", Set.of(Role.OPERATOR), Tlp.RED).roles()).isEmpty();
  }

  @Test
  void aPersonBelongsToTheirOrganisation() {
    assertThatThrownBy(() -> new Reader("a", "b/x", Set.of(), Tlp.GREEN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new Reader("a", "a/x", Set.of(), Tlp.GREEN).isOf("a")).isTrue();
    assertThat(Reader.anyone().isOf("a")).isFalse();
  }

  @Test
  void aReaderWithoutOrganisationHasOnlyWhatIsClear() {
    assertThat(new Reader(null, "x", Set.of(Role.ADMINISTRATOR), Tlp.RED).principals())
        .containsExactly("tlp:clear");
    assertThat(new Reader("a", "a/x", Set.of(), Tlp.GREEN).principals())
        .containsExactly("org:a", "person:a/x", "tlp:clear", "tlp:green");
    assertThat(new Reader("a", "a/x", Set.of(), Tlp.AMBER).principals())
        .containsExactly(
            "org:a",
            "org:a+amber",
            "person+amber:a/x",
            "person:a/x",
            "tlp:amber",
            "tlp:clear",
            "tlp:green");
  }

  @Test
  void aLabelIsNoWiderThanTheAudienceThatItStandsFor() {
    Marking open = Marking.of(Tlp.CLEAR, "ngo-a");
    for (Tlp strict : Tlp.values()) {
      Marking parent = new Marking(strict, "ngo-a", null, Set.of("ngo-a/alice"), null, null);
      Audience bounded =
          open.audience()
              .intersect(new Audience(parent.audience().seen(), parent.audience().seen()));
      assertThat(open.noWiderThan(bounded).tlp())
          .isEqualTo(strict == Tlp.RED ? Tlp.AMBER_STRICT : strict);
    }
    assertThat(Marking.of(Tlp.RED, "ngo-a").noWiderThan(open.audience()).tlp()).isEqualTo(Tlp.RED);
  }
}
