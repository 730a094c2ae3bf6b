package org.toguna.kit.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Tlp;

/** Whom a record of ngo-a admits that hangs on others or quotes them. */
class BoundsTest {
  private static final Audience GREEN = shared(Tlp.GREEN, "ngo-a", "ngo-b");
  private static final Audience OWN = Audience.of(Marking.ownerOnly("ngo-a"));

  @Test
  void whoeverGetsItMustSeeWhatItHangsOn() {
    Audience amongPartners = shared(Tlp.AMBER_STRICT, "ngo-a", "ngo-b");

    assertThat(hangingOn(amongPartners).within(GREEN, "ngo-a"))
        .isEqualTo(new Audience(Set.of("org:ngo-a", "org:ngo-b"), Set.of()));
  }

  @Test
  void whatOthersSeeBlurredKeepsNobodyFromItInFull() {
    Audience ofAnother = Audience.of(Marking.of(Tlp.GREEN, "ngo-c"));

    assertThat(hangingOn(ofAnother).within(GREEN, "ngo-a")).isEqualTo(GREEN);
  }

  @Test
  void whatShutsItsOwnersOutLeavesItToThemAndToThoseItAdmits() {
    Audience ofAnother = Audience.of(Marking.ownerOnly("ngo-c"));

    assertThat(hangingOn(ofAnother).within(GREEN, "ngo-a"))
        .isEqualTo(new Audience(Set.of("org:ngo-a"), Set.of("org:ngo-c")));
    assertThat(hangingOn(Audience.nobody()).within(GREEN, "ngo-a")).isEqualTo(OWN);
  }

  @Test
  void whatNamesOneOfItsOwnersPeopleLeavesItToThatOne() {
    Audience named = new Audience(Set.of("person:ngo-a/aicha", "org:ngo-c"), Set.of());

    assertThat(hangingOn(named).within(GREEN, "ngo-a"))
        .isEqualTo(new Audience(Set.of("person:ngo-a/aicha"), Set.of("org:ngo-c")));
  }

  @Test
  void aDateIsInFullForThoseWhoGetItsAnchorInFull() {
    Audience anchor = Audience.of(Marking.of(Tlp.GREEN, "ngo-a"));

    assertThat(new Bounds(List.of(), List.of(anchor), List.of()).within(GREEN, "ngo-a"))
        .isEqualTo(anchor);
  }

  @Test
  void aQuoteIsForThoseWhoGetItsDocumentInFullAndTheRestStaysAsItWas() {
    assertThat(quoting(OWN).within(GREEN, "ngo-a"))
        .isEqualTo(Audience.of(Marking.of(Tlp.GREEN, "ngo-a")));
    assertThat(quoting(Audience.nobody()).within(GREEN, "ngo-a"))
        .isEqualTo(Audience.of(Marking.of(Tlp.GREEN, "ngo-a")));
  }

  @Test
  void somebodyOfItsOwnersAlwaysGetsItInFull() {
    Audience bakary = new Audience(Set.of("person:ngo-a/bakary", "person:ngo-b/binta"), Set.of());
    Audience aicha = new Audience(Set.of("person:ngo-a/aicha"), Set.of());

    assertThat(hangingOn(aicha).within(bakary, "ngo-a"))
        .isEqualTo(new Audience(Set.of("person:ngo-a/bakary"), Set.of()));
    Audience both = new Audience(Set.of("person:ngo-a/aicha", "person:ngo-b/binta"), Set.of());
    assertThat(hangingOn(both).within(bakary, "ngo-a")).isEqualTo(bakary);
    assertThat(
            hangingOn(aicha).within(new Audience(Set.of("person:ngo-b/binta"), Set.of()), "ngo-a"))
        .isEqualTo(new Audience(Set.of("person:ngo-b/binta"), Set.of()));
  }

  private static Bounds hangingOn(Audience... parents) {
    return new Bounds(List.of(parents), List.of(), List.of());
  }

  private static Bounds quoting(Audience... documents) {
    return new Bounds(List.of(), List.of(), List.of(documents));
  }

  private static Audience shared(Tlp tlp, String owner, String partner) {
    return Audience.of(new Marking(tlp, owner, Set.of(partner), null, null, null));
  }
}
