package org.toguna.ingest.mentions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.toguna.ingest.mentions.Mention.Status;

class ActorMentionsTest {

  @Test
  void aFullNameMakesTheSurnameKnownInTheSameText() {
    var actors = actors("Awa Bélémou came. “Enough,” said Belemou.");

    assertThat(actors).hasSize(2).allMatch(actor -> actor.isLinkedTo("a:awa"));
    assertThat(actors("Bélémou came.")).isEmpty();
  }

  @Test
  void anApostropheIsWrittenAsTheSourcePleases() {
    assertThat(actors("Jama’at al-Wandou, Jamaat al Wandou and JAW are one."))
        .hasSize(3)
        .allMatch(actor -> actor.isLinkedTo("a:front"));
  }

  @Test
  void anAcronymMustBeShouted() {
    assertThat(actors("His jaw was broken. Jaw.")).isEmpty();
  }

  @Test
  void theLongestNameStands() {
    var mentions = Fiction.mentions("The Brotherhood of Kelmou hunts in Tilgara.", "en");

    assertThat(mentions).filteredOn(m -> m.kind() == Mention.Kind.ACTOR).hasSize(1);
    assertThat(mentions).noneMatch(m -> m.asStated().equals("Kelmou"));
  }

  @Test
  void twoActorsOfOneNameAreNeverTakenForOne() {
    var actor = actors("The Council of Elders met.").getFirst();

    assertThat(actor.status()).isEqualTo(Status.OPEN);
    assertThat(actor.candidates()).hasSize(2);
  }

  @Test
  void aNameThatAnyoneMayBearIsShownNotLinked() {
    assertThat(actors("The association sent a letter.").getFirst().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void actorsWithoutANameAreCategories() {
    assertThat(
            categories(
                "A group of jihadists met two police officers and three schoolteachers.", "en"))
        .containsExactly("A group of jihadists", "two police officers", "three schoolteachers");
    assertThat(categories("Des hommes armés ont rencontré deux enseignants.", "fr"))
        .containsExactly("Des hommes armés", "deux enseignants");
    assertThat(
            categories("The military junta and jihadist leaders spoke of military matters.", "en"))
        .containsExactly("jihadist leaders");
  }

  private static List<Mention> actors(String text) {
    return Fiction.mentions(text, "en").stream()
        .filter(m -> m.kind() == Mention.Kind.ACTOR)
        .toList();
  }

  private static List<String> categories(String text, String language) {
    return Fiction.mentions(text, language).stream()
        .filter(m -> m.kind() == Mention.Kind.CATEGORY)
        .map(Mention::asStated)
        .toList();
  }
}
