package org.toguna.local.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.gazetteer.NameLookup;

/**
 * What came of one sample: the lookup and the trigrams, anywhere and with the cercle known, beside
 * the most that anybody could reach who knows names and nothing else.
 *
 * @param calledSoByOthers how many of the names asked stand in another provider's list as written:
 *     where that is all of them, the sample was probably made from that list, and what is found
 *     with its help tells nothing of other spellings
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlaceFigures(int asked, @Nullable Double calledSoByOthers, Map<String, Scope> scopes) {

  /** The JVM compiles what it repeats; PostgreSQL is as fast at once. */
  private static final int WARM = 4;

  /**
   * One way of asking.
   *
   * @param name by the written name alone
   * @param allSpellings by the name together with the alternatives that its source gives
   * @param otherProviders by the name alone, where another provider's entries are known as well
   * @param trigram by the written name, in PostgreSQL
   * @param namesakesAllow the most that perfect knowledge of spelling reaches: of namesakes, nobody
   *     knows which is meant
   * @param writtenAsAnother how many names are written exactly as another village is called, which
   *     then comes first, as it should
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Scope(
      Hits name,
      Hits allSpellings,
      @Nullable Hits otherProviders,
      Hits trigram,
      Bound namesakesAllow,
      double writtenAsAnother) {}

  /** What is asked: by names alone, and by names together with those of another provider. */
  record Lookups(NameLookup alone, @Nullable NameLookup withOthers, Set<String> othersNames) {}

  /** The most that can be reached, in per cent. */
  record Bound(double firstHit, double firstFive) {}

  static PlaceFigures of(
      List<Question> questions, Villages villages, Lookups lookups, Trigrams trigrams) {
    var scopes = new LinkedHashMap<String, Scope>();
    scopes.put("anywhere", scope(questions, villages, lookups, trigrams, false));
    scopes.put("cercleKnown", scope(questions, villages, lookups, trigrams, true));
    var calledSo =
        lookups.withOthers == null
            ? null
            : Hits.share(
                questions, q -> lookups.othersNames.contains(NameLookup.plain(q.name())) ? 1 : 0);
    return new PlaceFigures(questions.size(), calledSo, scopes);
  }

  private static Scope scope(
      List<Question> questions,
      Villages villages,
      Lookups lookups,
      Trigrams trigrams,
      boolean cercleKnown) {
    BiFunction<NameLookup, Function<Question, List<String>>, Hits> ask =
        (lookup, spellings) ->
            Hits.of(
                questions,
                WARM,
                q -> Villages.find(lookup, spellings.apply(q), cercle(q, cercleKnown), Hits.FIVE));
    return new Scope(
        ask.apply(lookups.alone, q -> List.of(q.name())),
        ask.apply(lookups.alone, Question::spellings),
        lookups.withOthers == null ? null : ask.apply(lookups.withOthers, q -> List.of(q.name())),
        Hits.of(questions, 1, q -> trigrams.find(q.name(), cercle(q, cercleKnown))),
        new Bound(
            Hits.share(questions, q -> Math.min(1, 1.0 / namesakes(q, villages, cercleKnown))),
            Hits.share(questions, q -> Math.min(1, 5.0 / namesakes(q, villages, cercleKnown)))),
        Hits.share(
            questions,
            q ->
                villages.called(q.name(), cercle(q, cercleKnown)) > 0
                        && !villages.isCalled(q.pcode(), q.name())
                    ? 1
                    : 0));
  }

  private static int namesakes(Question question, Villages villages, boolean cercleKnown) {
    return Math.max(1, villages.namesakes(question.pcode(), cercle(question, cercleKnown)));
  }

  private static @Nullable String cercle(Question question, boolean known) {
    return known ? question.cercle() : null;
  }

  void print(String title) {
    System.out.printf("%n%s: %,d names asked%n", title, asked);
    if (calledSoByOthers != null) {
      System.out.printf(
          "  %.1f %% of them stand in the other provider's list as written%n", calledSoByOthers);
    }
    System.out.printf("  %-44s first hit  first five  lookups/s%n", "");
    scopes.forEach(
        (scope, found) -> {
          var where = scope.equals("anywhere") ? "anywhere" : "cercle known";
          print(where + ", by name", found.name);
          print(where + ", all spellings of the source", found.allSpellings);
          if (found.otherProviders != null) {
            print(where + ", with another provider's list", found.otherProviders);
          }
          print(where + ", trigram (pg_trgm)", found.trigram);
          System.out.printf(
              "  %-44s %8.1f %% %8.1f %%%n",
              where + ", the most that names allow",
              found.namesakesAllow.firstHit,
              found.namesakesAllow.firstFive);
          System.out.printf(
              "  %-44s %8.1f %%%n",
              where + ", written as another is called", found.writtenAsAnother);
        });
  }

  private static void print(String what, Hits hits) {
    System.out.printf(
        "  %-44s %8.1f %% %8.1f %% %,10.0f%n",
        what, hits.firstHit(), hits.firstFive(), hits.lookupsPerSecond());
  }
}
