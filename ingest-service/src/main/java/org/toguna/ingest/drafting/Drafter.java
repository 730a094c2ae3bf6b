package org.toguna.ingest.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.toguna.ingest.lexicon.Lexicon;
import org.toguna.ingest.mentions.Mention;
import org.toguna.ingest.text.Repetition;
import org.toguna.ingest.text.Segments;

/** Drafts suggestions from a text that has been read; whoever reviews them has the last word. */
@ApplicationScoped
public class Drafter {

  /** Changes with every change of a rule here; the lexicon carries a version of its own. */
  public static final String RULES_VERSION = "rules-2+lexicon-" + Lexicon.version();

  public List<Suggestion> draft(
      Segments segments, List<Mention> mentions, List<Repetition> repeated, String language) {
    var story = new Story(segments, mentions, repeated, language);
    var grounds = new Grounds(story.lexicon);
    return Stream.concat(new Sieges(story).read().stream(), new Abductions(story).read().stream())
        .flatMap(account -> account.suggestion(RULES_VERSION, grounds).stream())
        .sorted(Comparator.comparingInt(each -> each.passages().getFirst().start()))
        .toList();
  }
}
