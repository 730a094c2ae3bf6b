package org.toguna.kit.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceTest {

  @ParameterizedTest(name = "{0} and {1} have {2} in common")
  @CsvSource({
    "org:a, org:a, org:a",
    "org:a, org:b, ",
    "org:a, tlp:clear, org:a",
    "org:a, tlp:green, org:a",
    "org:a, tlp:amber, org:a+amber",
    "org:a+amber, org:a, org:a+amber",
    "org:a+amber, org:b, ",
    "org:a+amber, tlp:green, org:a+amber",
    "org:a+amber, tlp:amber, org:a+amber",
    "person:a/x, org:a, person:a/x",
    "person:a/x, org:b, ",
    "person:a/x, person:a/x, person:a/x",
    "person:a/x, person:a/y, ",
    "person:a/x, person:b/x, ",
    "person:a/x, tlp:clear, person:a/x",
    "person:a/x, tlp:green, person:a/x",
    "person:a/x, tlp:amber, person+amber:a/x",
    "person:a/x, org:a+amber, person+amber:a/x",
    "person+amber:a/x, person:a/x, person+amber:a/x",
    "tlp:clear, tlp:clear, tlp:clear",
    "tlp:clear, tlp:green, tlp:green",
    "tlp:clear, tlp:amber, tlp:amber",
    "tlp:green, tlp:amber, tlp:amber",
  })
  void twoPrincipalsHaveInCommon(String one, String other, String common) {
    assertThat(Principal.common(one, other)).isEqualTo(Optional.ofNullable(common));
    assertThat(Principal.common(other, one)).isEqualTo(Optional.ofNullable(common));
  }

  @Test
  void aPersonMayHaveAnyNameWithoutPassingForSomebodyElse() {
    Reader plain = new Reader("a", "a/x", Set.of(), Tlp.AMBER);
    Reader clever = new Reader("a", "a/x+amber", Set.of(), Tlp.GREEN);

    assertThat(Principal.common("person:a/x+amber", "tlp:amber"))
        .contains("person+amber:a/x+amber");
    assertThat(plain.principals()).doesNotContain("person:a/x+amber");
    assertThat(clever.principals()).doesNotContain("person+amber:a/x", "person:a/x");
  }

  @Test
  void whatHangsOnTwoRecordsIsSeenExactlyByThoseWhoSeeBoth() {
    for (Marking one : someMarkings()) {
      for (Marking other : someMarkings()) {
        Audience both = one.audience().intersect(other.audience());
        for (Reader reader : WhoSeesWhatTest.READERS.values()) {
          assertThat(both.viewOf(reader))
              .as("%s and %s, seen by %s", one, other, reader)
              .isEqualTo(lesser(one.audience().viewOf(reader), other.audience().viewOf(reader)));
        }
      }
    }
  }

  @Test
  void theStricterOfTwoMarkingsAdmitsNobodyWhomOneOfThemDoesNot() {
    for (Marking one : someMarkings()) {
      for (Marking other : someMarkings()) {
        Marking stricter = Marking.strictest(one, other);
        for (Reader reader : WhoSeesWhatTest.READERS.values()) {
          Optional<View> both =
              lesser(one.audience().viewOf(reader), other.audience().viewOf(reader));
          Optional<View> seen = stricter.audience().viewOf(reader);
          assertThat(lesser(seen, both))
              .as("%s and %s, seen by %s", one, other, reader)
              .isEqualTo(seen);
          if (one.owner().equals(other.owner())) {
            assertThat(seen.equals(Optional.of(View.FULL)))
                .as("%s and %s, full for %s", one, other, reader)
                .isEqualTo(both.equals(Optional.of(View.FULL)));
          }
        }
      }
    }
  }

  @Test
  void theStricterOfTwoMarkingsShowsThePlaceAndDateOfTheCoarser() {
    Marking fine = new Marking(Tlp.GREEN, "a", null, null, PlaceLevel.site, DatePrecision.year);
    Marking coarse = new Marking(Tlp.GREEN, "a", null, null, PlaceLevel.adm1, DatePrecision.day);

    Marking stricter = Marking.strictest(fine, coarse);

    assertThat(stricter.finestPlace()).isEqualTo(PlaceLevel.adm1);
    assertThat(stricter.finestDate()).isEqualTo(DatePrecision.year);
  }

  @Test
  void eachReaderIsAdmittedToAtMostOneOfTheTwoStoredRows() {
    for (Marking one : someMarkings()) {
      for (Marking other : someMarkings()) {
        Audience audience = one.audience().intersect(other.audience());
        for (Reader reader : WhoSeesWhatTest.READERS.values()) {
          boolean full = admitted(reader, audience.fullAdmits(), Set.of());
          boolean blurred = admitted(reader, audience.blurredAdmits(), audience.blurredBars());

          Optional<View> view =
              full
                  ? Optional.of(View.FULL)
                  : blurred ? Optional.of(View.BLURRED) : Optional.empty();
          assertThat(full && blurred).isFalse();
          assertThat(view).isEqualTo(audience.viewOf(reader));
        }
      }
    }
  }

  @Test
  void thereIsNothingToBlurWhereEverybodyAdmittedGetsItFull() {
    assertThat(Marking.ownerOnly("a").audience().hasBlurred()).isFalse();
    assertThat(Marking.of(Tlp.AMBER, "a").audience().hasBlurred()).isTrue();
    assertThat(Marking.of(Tlp.AMBER, "a").audience().blurredAdmits()).containsExactly("tlp:amber");
  }

  @Test
  void whoGetsItFullAlwaysSeesIt() {
    Audience audience = new Audience(Set.of("org:a"), Set.of("tlp:amber"));

    assertThat(audience.seen()).containsExactly("org:a", "tlp:amber");
    assertThat(Audience.nobody().viewOf(WhoSeesWhatTest.READERS.get("owner's alice"))).isEmpty();
  }

  @Test
  void aMarkingWithoutAnOwnerAdmitsNobodyAndSaysSo() {
    Marking ownerless = new Marking(Tlp.CLEAR, null, null, null, null, null);

    assertThatThrownBy(ownerless::audience).isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean admitted(Reader reader, Set<String> admits, Set<String> bars) {
    return !Collections.disjoint(admits, reader.principals())
        && Collections.disjoint(bars, reader.principals());
  }

  private static Optional<View> lesser(Optional<View> one, Optional<View> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    return one.get() == View.BLURRED ? one : other;
  }

  private static List<Marking> someMarkings() {
    List<Marking> some = new ArrayList<>();
    for (Tlp tlp : Tlp.values()) {
      for (String owner : List.of("a", "b")) {
        for (Set<String> shared : List.of(Set.<String>of(), Set.of("a"), Set.of("b", "c"))) {
          for (Set<String> named :
              List.of(Set.<String>of(), Set.of("a/alice"), Set.of("b/bob", "c/chris"))) {
            some.add(new Marking(tlp, owner, new HashSet<>(shared), named, null, null));
          }
        }
      }
    }
    return some;
  }

  @Test
  void whatIsForItsOwnerAloneAdmitsNobodyElseAndNoMoreOfTheOwner() {
    Marking green = new Marking(Tlp.GREEN, "a", Set.of("b"), Set.of(), null, null);
    Marking red = new Marking(Tlp.RED, "a", Set.of(), Set.of("a/x", "b/y"), null, null);

    assertThat(Audience.of(green).ownerAlone("a"))
        .isEqualTo(new Audience(Set.of("org:a"), Set.of("org:a")));
    assertThat(Audience.of(red).ownerAlone("a"))
        .isEqualTo(new Audience(Set.of("person:a/x"), Set.of("person:a/x")));
  }

  @Test
  void whatIsInFullForItsOwnerAloneIsSeenBlurredByItsPartners() {
    Marking shared = new Marking(Tlp.AMBER_STRICT, "a", Set.of("b"), Set.of(), null, null);
    Audience kept = Audience.of(shared).fullForOwnerAlone("a");

    assertThat(kept).isEqualTo(new Audience(Set.of("org:a"), Set.of("org:a", "org:b")));
    assertThat(kept.blurredAdmits()).containsExactly("org:b");
  }
}
