package org.toguna.ingest.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toguna.ingest.lexicon.Lexicon;
import org.toguna.ingest.mentions.Fiction;
import org.toguna.ingest.text.Repetitions;

/** Denial, supposition, plan and question reach over the clauses inside them, in any order. */
class AssertionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The transporters' union denied reports on social media that three drivers had been kidnapped near Pelga on 12 October 2031.
          en | That three drivers were kidnapped near Pelga is untrue.
          en | Three drivers were kidnapped near Pelga, messages said, but the union denied it.
          en | Rumours spread that three drivers had been kidnapped near Pelga. The prefect denied it.
          en | Three drivers were kidnapped near Pelga on 3 May 2031. The union later said this was a hoax.
          en | Reports of the abduction of three drivers near Pelga turned out to be false.
          en | It is not true that Pelga is besieged.
          en | Claims that Pelga is under siege are untrue, the mayor said.
          en | Pelga is not, as some say, besieged.
          en | Neither Pelga nor Dangaba is besieged.
          en | No driver was kidnapped near Pelga on 12 October 2031.
          en | None of the twelve young men travelling on the road had been kidnapped.
          en | There is no evidence that three drivers were kidnapped.
          en | He asked whether Pelga was besieged.
          en | Were three teachers kidnapped near Pelga on 3 October 2031?
          en | Fighters plan to blockade Pelga and kidnap two teachers in November 2031.
          en | An attempt to kidnap two nurses near Pelga failed.
          en | Residents fear that fighters will encircle Pelga and abduct teachers.
          en | The soldiers foiled the kidnapping of two nurses.
          en | Contrary to rumours that fighters encircled Pelga, the road is open.
          fr | La rumeur selon laquelle 12 jeunes auraient été kidnappés sur la route de Pelga est sans fondement.
          fr | Le syndicat nie que trois chauffeurs aient été enlevés près de Pelga.
          fr | L'enlèvement de trois chauffeurs près de Pelga est une fausse information.
          fr | Les informations faisant état de l'enlèvement de trois chauffeurs ont été démenties.
          fr | Trois chauffeurs auraient été enlevés près de Pelga. Le préfet dément.
          fr | On a dit que Pelga était assiégé. Il n'en est rien.
          fr | FAUX : trois chauffeurs enlevés près de Pelga.
          fr | Trois chauffeurs ont été enlevés près de Pelga : faux, dit le préfet.
          fr | Aucun chauffeur n'a été enlevé près de Pelga.
          fr | Personne n'a été kidnappé près de Pelga.
          fr | Pelga n'est plus assiégé.
          fr | Les habitants craignent que Pelga ne soit encerclé.
          fr | Si l'armée part, Pelga est assiégé.
          fr | Trois enseignants seront enlevés, disent-ils.
          fr | Une tentative d'enlèvement de deux infirmiers a échoué.
          fr | Contrairement aux rumeurs, trois chauffeurs n'ont pas été enlevés.
          """)
  void whatIsNotToldAsHavingHappenedIsNotDrafted(String language, String text) {
    assertThat(Drafts.of(text, language)).as(text).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | No fewer than 12 people were abducted near Pelga on 3 October 2031.
          en | The army was denied access to Pelga, which fighters have besieged since March 2031.
          en | Two teachers were abducted near Pelga on 3 May 2031, but the union denied that drivers were taken.
          en | The union neither confirmed nor denied that two teachers were abducted.
          en | Pelga, which has not been resupplied since May, has been besieged by fighters since March 2031.
          fr | Pas moins de douze personnes ont été enlevées près de Pelga.
          fr | Si l'armée part, tout est perdu ; des combattants ont encerclé Pelga en mai 2031.
          fr | Des hommes, s'étant emparés du pont, ont encerclé Pelga en mai 2031.
          """)
  void whatIsToldAsHavingHappenedIs(String language, String text) {
    assertThat(Drafts.of(text, language)).as(text).hasSize(1);
  }

  private static final List<String> EVENTS_EN =
      List.of(
          "three drivers were kidnapped near Pelga on 12 October 2031",
          "gunmen abducted two teachers in Pelga",
          "fighters besieged the village of Pelga in May 2031",
          "the village of Pelga has been under siege since May 2031");
  private static final List<String> EVENTS_FR =
      List.of(
          "trois chauffeurs ont été enlevés près de Pelga le 12 octobre 2031",
          "des hommes armés ont kidnappé deux enseignants à Pelga",
          "des combattants ont assiégé le village de Pelga en mai 2031",
          "le village de Pelga est sous blocus depuis mai 2031");
  private static final List<String> FRAMES_EN =
      List.of(
          "The mayor %s that %e.",
          "That %e, the mayor %s.",
          "Messages say that %e, which the mayor %s.",
          "It is said that %e. The mayor %s it.");
  private static final List<String> FRAMES_FR =
      List.of(
          "Le maire %s que %e.",
          "Que %e, le maire le %s.",
          "On dit que %e, ce que le maire %s.",
          "Il se dit que %e. Le maire le %s.");
  private static final List<String> DENIES_EN =
      List.of("denied", "denies", "refuted", "has refuted");
  private static final List<String> DENIES_FR = List.of("dément", "nie", "réfute", "a démenti");

  /** Every verb of denial in every frame over every event, and every opening of a supposition. */
  @Test
  void noDeniedOrSupposedClauseIsDraftedInAnyFrame() {
    for (var language : List.of("en", "fr")) {
      boolean english = language.equals("en");
      for (var event : english ? EVENTS_EN : EVENTS_FR) {
        assertThat(Drafts.of(large(event) + ".", language)).as(event).isNotEmpty();
        for (var frame : english ? FRAMES_EN : FRAMES_FR) {
          for (var verb : english ? DENIES_EN : DENIES_FR) {
            none(frame.replace("%e", event).replace("%s", verb), language);
          }
        }
        for (var opening :
            english
                ? List.of(
                    "If ",
                    "Unless ",
                    "They asked whether ",
                    "They fear that ",
                    "There is no evidence that ",
                    "It is false that ")
                : List.of(
                    "Si ",
                    "Ils craignent que ",
                    "Rien ne confirme que ",
                    "Il est faux que ",
                    "Au cas où ")) {
          none(opening + event + ".", language);
        }
        none(large(event) + "?", language);
        none((english ? "False: " : "Faux : ") + event + ".", language);
      }
    }
  }

  private static String large(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static void none(String text, String language) {
    assertThat(Drafts.of(text, language)).as(text).isEmpty();
  }

  /** Any words of the lexicon in any order: whatever is drafted holds its own words. */
  @Test
  void whateverIsDraftedFromAnyTriggersHoldsItsWords() {
    var lists = new ArrayList<>(Story.EVENTS);
    lists.addAll(
        List.of(
            "siege-begun",
            "siege-lifted",
            "siege-partly",
            "siege-goes-on",
            "freed",
            "exchanged",
            "ransomed",
            "escaped",
            "killed",
            "cause",
            "negation",
            "denial",
            "supposing",
            "passive",
            "harm-starvation",
            "harm-injury",
            "harm-other",
            "harm-displacement",
            "back-some",
            "armed-forms",
            "people-forms",
            "by",
            "hedged"));
    var loose =
        List.of(
            "two",
            "deux",
            "12",
            "the village of Pelga",
            "in Kelmou district",
            "à Sorobé",
            "in May 2031",
            "le 3 mai 2031",
            "three traders",
            "trois femmes",
            ",",
            ".",
            ";",
            "and",
            "et");
    var random = new Random(20310701);
    for (int round = 0; round < 2_000; round++) {
      var language = round % 2 == 0 ? "en" : "fr";
      var text = new StringBuilder();
      for (int i = 0; i < 4 + random.nextInt(16); i++) {
        var words =
            random.nextBoolean()
                ? loose
                : Lexicon.words(lists.get(random.nextInt(lists.size())), language);
        if (!words.isEmpty()) {
          text.append(words.get(random.nextInt(words.size()))).append(' ');
        }
      }
      founded(large(text.append('.').toString()), language);
    }
  }

  private static void founded(String text, String language) {
    var segments = Fiction.segments(text);
    var grounds = new Grounds(Lexicon.of(language));
    var drafts =
        new Drafter()
            .draft(segments, Fiction.mentions(text, language), Repetitions.in(segments), language);
    assertThat(drafts)
        .as(text)
        .flatExtracting(Suggestion::fields)
        .allSatisfy(
            field -> {
              assertThat(grounds.hold(field)).as(field.toString()).isTrue();
              var words = field.value().asStated();
              assertThat(field.passages()).anyMatch(passage -> passage.quote().contains(words));
            });
  }
}
