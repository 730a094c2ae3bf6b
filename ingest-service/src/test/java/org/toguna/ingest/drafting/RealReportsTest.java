package org.toguna.ingest.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.ingest.drafting.Drafts.code;
import static org.toguna.ingest.drafting.Drafts.edtf;
import static org.toguna.ingest.drafting.Drafts.place;
import static org.toguna.ingest.drafting.Drafts.said;
import static org.toguna.ingest.drafting.Drafts.victims;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.toguna.ingest.mentions.Mention;
import org.toguna.ingest.mentions.MentionReader;
import org.toguna.ingest.mentions.NameDictionary;
import org.toguna.ingest.mentions.NameEntry;
import org.toguna.ingest.mentions.Publication;
import org.toguna.ingest.mentions.Reference;
import org.toguna.ingest.text.Repetitions;
import org.toguna.ingest.text.Segments;

/** Two real reports against the real gazetteer: what must be found, and what must not. */
class RealReportsTest {

  private static NameDictionary dictionary = NameDictionary.of(List.of());

  @BeforeAll
  static void load() {
    dictionary = Reference.dictionary();
  }

  private static List<Mention> mentions(Segments segments) {
    return new MentionReader(List.of(dictionary)).read(segments, "en", Publication.UNKNOWN);
  }

  private static List<Mention> places(Segments segments) {
    return mentions(segments).stream().filter(m -> m.kind() == Mention.Kind.PLACE).toList();
  }

  private static List<Suggestion> drafts(Segments segments) {
    return new Drafter().draft(segments, mentions(segments), Repetitions.in(segments), "en");
  }

  @Test
  void districtsAreLinkedToTheirCerclesAndNothingElseIs() {
    var linked =
        places(Reference.seed("000_2975939f7675fe74.txt")).stream()
            .map(Mention::linked)
            .filter(Objects::nonNull)
            .filter(entry -> !entry.level().equals("country"))
            .collect(Collectors.toSet());

    assertThat(linked).allMatch(entry -> entry.level().equals("adm2"));
    assertThat(linked)
        .extracting(NameEntry::name)
        .containsExactlyInAnyOrder("Koro", "Djenne", "Douentza", "Bandiagara", "Bankass");
  }

  @Test
  void aRegionTheGazetteerDoesNotKnowStaysAsStated() {
    var regions =
        places(Reference.seed("000_2975939f7675fe74.txt")).stream()
            .filter(m -> m.asStated().equals("Bandiagara region"))
            .toList();

    assertThat(regions).hasSize(6).allMatch(m -> m.linked() == null);
    assertThat(regions)
        .allMatch(m -> m.candidates().stream().anyMatch(e -> e.level().equals("adm2")));
  }

  @Test
  void bothSiegesAreDrafted() {
    var sieges =
        drafts(Reference.seed("000_2975939f7675fe74.txt")).stream()
            .filter(d -> d.type().equals("siege"))
            .toList();

    assertThat(sieges).hasSize(2);
    var koro = sieges.getFirst();
    assertThat(linkedName(koro)).isEqualTo("Koro");
    assertThat(said(koro, "/since")).isEqualTo("For the previous few months");
    assertThat(((Value.Time) koro.field("/since").orElseThrow().value()).when().to())
        .isEqualTo(LocalDate.of(2021, 8, 31));
    assertThat(code(koro, "/status")).isEqualTo("lifted");
    assertThat(edtf(koro, "/until")).isEqualTo("2021-08");
    assertThat(koro.field("/until").orElseThrow().passages())
        .extracting(Passage::quote)
        .containsExactly("last August", "August 2021");
    assertThat(said(koro, "/by")).isEqualTo("jihadists");
    assertThat(said(koro, "/cause")).contains("collective punishment");

    var djenne = sieges.getLast();
    assertThat(linkedName(djenne)).isEqualTo("Djenne");
    assertThat(said(djenne, "/since")).startsWith("Soon after");
    assertThat(edtf(djenne, "/since")).isEqualTo("null");
    assertThat(code(djenne, "/status")).isEqualTo("lifted");
  }

  @Test
  void theAbductionsAreDraftedAndOneStaysWithoutAPlace() {
    var abductions =
        drafts(Reference.seed("000_2975939f7675fe74.txt")).stream()
            .filter(d -> d.type().equals("abduction"))
            .toList();

    assertThat(abductions).hasSize(3);
    var officers = abductions.getFirst();
    assertThat(victims(officers).count()).isEqualTo(2);
    assertThat(edtf(officers, "/since")).isEqualTo("[2020-07..2020-12]");
    assertThat(place(officers)).isEqualTo("unknown");
    assertThat(victims(officers).fates())
        .singleElement()
        .satisfies(
            fate -> {
              assertThat(fate.code()).isEqualTo("ransomed");
              assertThat(fate.count()).isEqualTo(1);
            });
    var nephew = abductions.getLast();
    assertThat(victims(nephew).count()).isEqualTo(1);
    assertThat(edtf(nephew, "/since")).isEqualTo("[2020-05..2020-08]");
    assertThat(linkedName(nephew)).isEqualTo("Koro");
    assertThat(victims(nephew).fates()).extracting(Value.Fate::code).containsExactly("exchanged");
  }

  @Test
  void nothingIsPlacedWhereTheMediatorLives() {
    assertThat(drafts(Reference.seed("000_2975939f7675fe74.txt")))
        .noneMatch(d -> linkedName(d).equals("Bankass"));
  }

  @Test
  void anEssayWithoutEventsDraftsNone() {
    var essay = Reference.seed("004_bbae408ec758fba5.txt");

    assertThat(drafts(essay)).isEmpty();
    assertThat(
            places(essay).stream()
                .map(Mention::linked)
                .filter(Objects::nonNull)
                .map(NameEntry::name)
                .collect(Collectors.toSet()))
        .isEqualTo(Set.of("Mali", "Segou"));
  }

  private static String linkedName(Suggestion draft) {
    return draft
        .field("/place")
        .map(f -> ((Value.Where) f.value()).linked())
        .map(NameEntry::name)
        .orElse("unknown");
  }
}
