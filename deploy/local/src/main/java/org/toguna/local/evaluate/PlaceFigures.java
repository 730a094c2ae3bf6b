package org.toguna.local.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.gazetteer.Candidate;
import org.toguna.cases.gazetteer.NameLookup;

/**
 * What came of one sample: the lookup and the trigrams, anywhere and with the cercle known, beside
 * the most that anybody could reach who knows names and nothing else.
 */
record PlaceFigures(int asked, Map<String, Scope> scopes) {

  /** The JVM compiles what it repeats; PostgreSQL is as fast at once. */
  private static final int WARM = 4;

  /**
   * One way of asking.
   *
   * @param name by the written name alone
   * @param allSpellings by the name together with the alternatives that its source gives
   * @param trigram by the written name, in PostgreSQL
   * @param namesakesAllow the most that perfect knowledge of spelling reaches: of namesakes, nobody
   *     knows which is meant
   * @param writtenAsAnother how many names are written exactly as another village is called, which
   *     then comes first, as it should
   */
  record Scope(
      Hits name, Hits allSpellings, Hits trigram, Bound namesakesAllow, double writtenAsAnother) {}

  /** The most that can be reached, in per cent. */
  record Bound(double firstHit, double firstFive) {}

  static PlaceFigures of(
      List<Question> questions, Villages villages, NameLookup lookup, Trigrams trigrams) {
    var scopes = new LinkedHashMap<String, Scope>();
    scopes.put("anywhere", scope(questions, villages, lookup, trigrams, false));
    scopes.put("cercleKnown", scope(questions, villages, lookup, trigrams, true));
    return new PlaceFigures(questions.size(), scopes);
  }

  private static Scope scope(
      List<Question> questions,
      Villages villages,
      NameLookup lookup,
      Trigrams trigrams,
      boolean cercleKnown) {
    BiFunction<Question, List<String>, List<String>> find =
        (question, spellings) ->
            lookup.find(spellings, cercle(question, cercleKnown), Hits.FIVE).stream()
                .map(Candidate::id)
                .toList();
    return new Scope(
        Hits.of(questions, WARM, q -> find.apply(q, List.of(q.name()))),
        Hits.of(questions, WARM, q -> find.apply(q, q.spellings())),
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
    System.out.printf("  %-44s first hit  first five  lookups/s%n", "");
    scopes.forEach(
        (scope, found) -> {
          var where = scope.equals("anywhere") ? "anywhere" : "cercle known";
          print(where + ", by name", found.name);
          print(where + ", all spellings of the source", found.allSpellings);
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
