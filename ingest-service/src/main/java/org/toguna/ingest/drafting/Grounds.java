package org.toguna.ingest.drafting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.lexicon.Folded;
import org.toguna.ingest.lexicon.Lexicon;
import org.toguna.ingest.lexicon.Phrases;
import org.toguna.ingest.lexicon.Words;
import org.toguna.ingest.mentions.NameEntry;
import org.toguna.ingest.mentions.NounPhrases;
import org.toguna.ingest.mentions.Quantity;
import org.toguna.ingest.mentions.When;

/**
 * The last look at a draft: a field stands only if its passages hold the words that say so, and its
 * code only if those words are of the list that means it. What does not stand is left out.
 */
final class Grounds {

  /** The lists whose words mean a code, by the field that takes it. */
  private static final Map<String, Map<String, List<String>>> MEANING =
      Map.of(
          "/type",
          Map.of(
              "siege",
              List.of("siege-verb", "siege-noun"),
              "blockade",
              List.of("siege-verb", "siege-noun"),
              Abductions.TYPE,
              List.of(
                  "abduction-verb",
                  "abduction-verb-with-person",
                  "abduction-verb-present",
                  "abduction-noun")),
          "/status",
          Map.of(
              "open", List.of("siege-goes-on"),
              "lifted", List.of("siege-lifted", "siege-lifted-noun"),
              "partly-lifted", List.of("siege-partly")),
          "fate",
          Map.of(
              "freed", List.of("freed"),
              "ransomed", List.of("ransomed"),
              "exchanged", List.of("exchanged"),
              "escaped", List.of("escaped"),
              "killed", List.of("killed")),
          "harm",
          Harms.lists());

  private final Lexicon lexicon;

  Grounds(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  boolean hold(Field field) {
    var passages = field.passages();
    return !passages.isEmpty()
        && switch (field.value()) {
          case Value.Code code ->
              quoted(passages, code.asStated())
                  && means(field.pointer(), code.code(), code.asStated());
          case Value.Words words -> quoted(passages, words.asStated());
          case Value.Who who ->
              quoted(passages, who.asStated()) && bears(who.asStated(), who.linked());
          case Value.Time time -> quoted(passages, time.asStated()) && dates(time.when(), passages);
          case Value.Where where ->
              quoted(passages, where.asStated())
                  && bears(all(passages), where.linked())
                  && bears(all(passages), where.within());
          case Value.Harm harm ->
              quoted(passages, harm.asStated())
                  && harm.asStated().contains(harm.said())
                  && means("harm", harm.code(), harm.said())
                  && counts(harm.asStated(), harm.count())
                  && (harm.when() == null || dates(harm.when(), passages));
          case Value.People people -> hold(people, passages);
        };
  }

  private boolean hold(Value.People people, List<Passage> passages) {
    return quoted(passages, people.asStated())
        && people.fates().stream()
            .allMatch(
                fate ->
                    fate.passage().quote().contains(fate.said())
                        && means("fate", fate.code(), fate.said()))
        && shared(people);
  }

  /** Those who shared a fate are not more than those who were taken. */
  private static boolean shared(Value.People people) {
    int told = people.fates().stream().mapToInt(f -> f.count() == null ? 0 : f.count()).sum();
    return people.count() == null || told <= people.count();
  }

  private static boolean quoted(List<Passage> passages, String words) {
    return !words.isBlank() && passages.stream().anyMatch(each -> each.quote().contains(words));
  }

  private static String all(List<Passage> passages) {
    return String.join(" \n ", passages.stream().map(Passage::quote).toList());
  }

  private boolean means(String field, String code, String words) {
    var read = Words.of(words);
    return MEANING.getOrDefault(field, Map.of()).getOrDefault(code, List.of()).stream()
        .map(this::list)
        .anyMatch(list -> list.anyIn(read, 0, read.size()));
  }

  private Phrases list(String name) {
    return lexicon.phrases(name);
  }

  /** A linked record bears a name that stands there, or a part of a person's. */
  private static boolean bears(String words, @Nullable NameEntry linked) {
    if (linked == null) {
      return true;
    }
    var said = " " + plain(words) + " ";
    var name = plain(linked.name());
    return said.contains(" " + name + " ")
        || linked.kind() == NameEntry.Kind.ACTOR
            && List.of(name.split(" ")).stream().anyMatch(part -> said.contains(" " + part + " "));
  }

  private static String plain(String words) {
    return Folded.key(words).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** A date that the words do not say in full rests on the other passages it was derived from. */
  private static boolean dates(When when, List<Passage> passages) {
    return when.basis() != When.Basis.STATED
        || !when.dated()
        || passages.stream().anyMatch(each -> each.quote().contains(when.asStated()))
            && says(when.asStated(), Objects.requireNonNullElse(when.edtf(), ""));
  }

  /** The year that a stated date has stands in its words. */
  private static boolean says(String words, String edtf) {
    return edtf.isEmpty()
        || words.contains(edtf.replaceAll("[^0-9].*$", "").replace("[", ""))
        || edtf.startsWith("[") && words.contains(edtf.substring(1, 5));
  }

  private static boolean counts(String words, @Nullable Quantity count) {
    if (count == null || !numbered(count)) {
      return true;
    }
    boolean one = Double.valueOf(1).equals(count.best());
    boolean said = words.contains(count.asStated());
    return said && (one || numeral(count.asStated()));
  }

  private static boolean numbered(Quantity count) {
    return count.low() != null || count.best() != null || count.high() != null;
  }

  private static boolean numeral(String words) {
    var read = Words.of(words);
    for (int i = 0; i < read.size(); i++) {
      var word = read.word(i);
      if (word.chars().anyMatch(Character::isDigit)
          || NounPhrases.number(word) != null
          || word.matches("dozen|.*aine|hundred|thousand|cent|mille|million")) {
        return true;
      }
    }
    return false;
  }
}
