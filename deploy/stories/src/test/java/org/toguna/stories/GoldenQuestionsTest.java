package org.toguna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.toguna.stories.RunningStack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What two reports answer, asked of the registry once their facts are recorded. */
@Tag("own-stack")
class GoldenQuestionsTest {
  @TestFactory
  List<DynamicTest> inventedFactsAreRecordedAndAnswerQuestions() {
    return tests(GoldenStory.invented());
  }

  @TestFactory
  List<DynamicTest> factsOfTwoReportsAreRecordedAndAnswerQuestions() {
    return tests(GoldenStory.beside());
  }

  private static List<DynamicTest> tests(GoldenStory story) {
    var golden = story.facts();
    var registry = new GoldenRegistry(story.reviewer(), golden.ids());
    var asked = new GoldenQuestions(registry);
    var tests = new ArrayList<DynamicTest>();
    tests.add(dynamicTest("every fact is recorded", () -> accounted(story)));
    tests.add(dynamicTest("what the coder adds is kept", () -> added(story)));
    for (var question : story.questions()) {
      var words = question.path("id").asText() + " " + question.path("q").asText();
      tests.add(dynamicTest(words, () -> asked.ask(question)));
    }
    tests.add(dynamicTest("all was asked as documented", () -> documented(registry)));
    tests.add(dynamicTest("others learn nothing", () -> hidden(story, registry)));
    return tests;
  }

  private static void accounted(GoldenStory story) throws IOException {
    var golden = story.facts();
    var report = new GoldenLeaves(golden.source(), GoldenFacts.mapping().path("leaves"));
    var file = Path.of("target", "golden-leaves-" + story.name() + ".txt");
    Files.write(file, report.all());
    System.out.printf(
        "Golden facts: %d records; leaves %s, each in %s%n",
        golden.ids().size(), report.totals(), file);
    assertThat(golden.refusals()).isEmpty();
    assertThat(report.unaccounted()).isEmpty();
  }

  /** Why a report is taken to be of a time, and what a village without a name lies near. */
  private static void added(GoldenStory story) {
    var facts = story.facts().source();
    for (var document : facts.at("documents")) {
      var read = story.reviewer().get("/ingest/v1/documents/" + story.document(document));
      assertThat(read.json().at("/publishedAt/because").asText())
          .isEqualTo(document.at("/pub_date/why").asText());
    }
    var near = new ArrayList<String>();
    for (var place : facts.at("places")) {
      if (place.propertyStream().anyMatch(member -> member.getKey().startsWith("near "))) {
        facts
            .at("cases")
            .propertyStream()
            .filter(one -> one.getValue().path("place").equals(place.path("id")))
            .map(one -> story.facts().ids().get(one.getKey()))
            .map(id -> story.reviewer().get("/cases/v1/cases/" + id).json())
            .forEach(one -> near.add(one.at("/place/near").asText()));
      }
    }
    assertThat(near).isNotEmpty().doesNotContain("");
  }

  /** Whoever reads the documentation can ask all of it. */
  private static void documented(GoldenRegistry registry) throws IOException {
    var text = Files.readString(stack().workingCopy().resolve("docs/questions.md"));
    var shown =
        Pattern.compile("api \"([^\"]+)\"")
            .matcher(text)
            .results()
            .map(found -> found.group(1).replaceAll("\\$(CASES|ACTORS)/", "/$1/v1/"))
            .map(GoldenQuestionsTest::pattern)
            .toList();
    for (var request : registry.requests()) {
      var asked = request.replaceAll("[?&]limit=1000", "");
      assertThat(shown).as(asked).anyMatch(one -> asked.matches(one));
    }
  }

  private static String pattern(String request) {
    var service = request.replace("/CASES/", "/cases/").replace("/ACTORS/", "/actors/");
    return Stream.of(service.split("\\$[A-Z]+", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining("[^/?&]+"));
  }

  /** Without a marking that says otherwise, all of it is its owner's alone. */
  private static void hidden(GoldenStory story, GoldenRegistry owner) {
    var other = Client.as("reviewer", story.owner() + "-other", "RED");
    assertThat(owner.requests()).isNotEmpty();
    var secrets = Stream.concat(Stream.of(story.owner()), story.facts().ids().values().stream());
    var hidden = secrets.toList();
    for (var request : owner.requests()) {
      var answer = other.get(request);
      assertThat(answer.status()).as(request).isIn(200, 404);
      // A refusal repeats what was asked for, and nothing else.
      var said = answer.body().replace(request.replaceAll("[?].*", ""), "");
      assertThat(hidden).as(request).noneMatch(said::contains);
    }
  }
}
