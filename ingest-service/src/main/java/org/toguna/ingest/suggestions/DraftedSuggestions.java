package org.toguna.ingest.suggestions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.documents.Document;
import org.toguna.ingest.drafting.Field;
import org.toguna.ingest.drafting.Passage;
import org.toguna.ingest.drafting.Suggestion;
import org.toguna.ingest.drafting.Value;
import org.toguna.ingest.mentions.NameEntry;
import org.toguna.ingest.mentions.Quantity;
import org.toguna.ingest.mentions.When;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.records.RecordBook;
import org.toguna.kit.records.RecordDesk;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Modality;

/**
 * Keeps what the rules drafted from a document, in the JSON of a crisis, each field with its
 * passages.
 */
@ApplicationScoped
public class DraftedSuggestions {
  private static final int LONGEST_QUOTE = 2_000;
  private final SuggestionKind kind;
  private final RecordBook book;
  private final ObjectMapper mapper;

  DraftedSuggestions(SuggestionKind kind, RecordBook book, ObjectMapper mapper) {
    this.kind = kind;
    this.book = book;
    this.mapper = mapper;
  }

  /** A draft quotes its document, so whoever gets it gets the document in full. */
  public void draft(
      UUID id,
      Document document,
      RecordDesk.Checked<Document> checked,
      List<Suggestion> drafts,
      Reader author) {
    Marking marking = strict(checked.marking());
    var audience = new Audience(checked.audience().full(), checked.audience().full());
    for (Suggestion draft : drafts) {
      book.record(kind, suggested(id, document, draft), marking, audience, author);
    }
  }

  /** Not even that there is a draft is told to those who see the document blurred. */
  private static Marking strict(Marking of) {
    return of.tlp() == Tlp.RED
        ? of
        : new Marking(
            Tlp.AMBER_STRICT,
            of.owner(),
            of.sharedWith(),
            of.namedPersons(),
            of.finestPlace(),
            of.finestDate());
  }

  private SuggestedRecord suggested(UUID id, Document document, Suggestion draft) {
    ObjectNode proposal = mapper.createObjectNode();
    proposal.put("type", draft.type());
    proposal.put("status", "unclear");
    Map<String, String> reasons = new LinkedHashMap<>();
    Map<String, List<SuggestedRecord.Candidate>> candidates = new LinkedHashMap<>();
    var citations = new ArrayList<Citation>();
    for (Field field : draft.fields()) {
      if (field.passages().stream().anyMatch(DraftedSuggestions::isTooLong)) {
        // Nothing is proposed without its passage, and nothing is left out without a word.
        reasons.put(
            field.pointer(),
            ("Left out: its passage is longer than %d characters and cannot be cited."
                    + " Read it in the document.")
                .formatted(LONGEST_QUOTE));
        continue;
      }
      String pointer = put(proposal, field, candidates);
      reasons.put(pointer, field.reason());
      for (Passage passage : field.passages()) {
        cite(citations, id, document, "/proposal" + pointer, passage);
      }
    }
    return new SuggestedRecord(
        id,
        "crisis",
        "open",
        "lexicon",
        draft.rulesVersion(),
        proposal,
        reasons,
        candidates,
        null,
        null,
        Map.of(),
        citations,
        List.of());
  }

  /** Puts one drafted field into the proposal and answers where it stands there. */
  private String put(
      ObjectNode proposal, Field field, Map<String, List<SuggestedRecord.Candidate>> candidates) {
    String pointer = field.pointer();
    switch (field.value()) {
      case Value.Where where -> place(proposal.putObject("place"), where, candidates);
      case Value.Time time -> proposal.set(pointer.substring(1), date(time));
      case Value.Who who -> {
        ObjectNode by = proposal.withArray("by").addObject();
        by.put("asStated", who.asStated());
        if (who.linked() != null) {
          by.put("actor", who.linked().recordId());
        }
      }
      case Value.Code code -> proposal.put(pointer.substring(1), code.code().replace('-', '_'));
      case Value.Words words -> proposal.put(pointer.substring(1), words.asStated());
      case Value.Harm harm -> {
        return harm(proposal.withArray("harms"), harm);
      }
      case Value.People people -> {
        return people(proposal.withArray("victims"), people);
      }
    }
    return pointer;
  }

  /** A place that is not known itself lies somewhere in the unit that the text sets it in. */
  private static void place(
      ObjectNode place,
      Value.Where where,
      Map<String, List<SuggestedRecord.Candidate>> candidates) {
    place.put("asStated", where.asStated());
    if (where.linked() != null) {
      place.put("id", where.linked().recordId());
    } else {
      if (where.within() != null) {
        place.put("id", where.within().recordId()).put("precision", "unit");
      }
      if (!where.candidates().isEmpty()) {
        candidates.put("/place", candidates(where.candidates(), where.within()));
      }
    }
    if (where.unnamed()) {
      place.put("unnamed", true);
    }
  }

  private String harm(ArrayNode harms, Value.Harm harm) {
    ObjectNode entry = harms.addObject();
    entry.put("type", harm.code()).put("asStated", harm.asStated());
    Quantity count = harm.count();
    if (count != null && (count.low() != null || count.best() != null || count.high() != null)) {
      ObjectNode number = entry.putObject("count");
      put(number, "low", count.low());
      put(number, "best", count.best());
      put(number, "high", count.high());
      number.put("asStated", count.asStated());
    }
    if (harm.when() != null) {
      entry.set("when", date(new Value.Time(harm.when().asStated(), harm.when())));
    }
    return "/harms/" + (harms.size() - 1);
  }

  private static void put(ObjectNode number, String bound, @Nullable Double value) {
    if (value != null && value == Math.rint(value)) {
      number.put(bound, value.longValue());
    } else if (value != null) {
      number.put(bound, value);
    }
  }

  /**
   * Those who share one fate are one entry. How many the others are is known only where it is told
   * of everyone else; two of whom one was freed are two entries of one.
   */
  private static String people(ArrayNode victims, Value.People people) {
    int first = victims.size();
    int told = 0;
    boolean counted = true;
    for (Value.Fate fate : people.fates()) {
      ObjectNode entry = victims.addObject();
      entry.put("description", people.asStated());
      entry.put("fate", fate.code().equals("ransomed") ? "released_for_ransom" : fate.code());
      if (fate.count() == null) {
        counted = false;
      } else {
        entry.putObject("count").put("best", fate.count());
        told += fate.count();
      }
      person(entry, people.person());
    }
    boolean rest = people.count() != null && people.count() > told;
    if (people.fates().isEmpty() || rest) {
      ObjectNode entry = victims.addObject();
      entry.put("description", people.asStated());
      if (people.count() != null && counted) {
        entry.putObject("count").put("best", people.count() - told);
      }
      person(entry, people.person());
    }
    return "/victims/" + first;
  }

  private static void person(ObjectNode entry, @Nullable NameEntry person) {
    if (person != null) {
      entry.putObject("person").put("actor", person.recordId()).put("asStated", person.name());
    }
  }

  private ObjectNode date(Value.Time time) {
    When when = time.when();
    ObjectNode date = mapper.createObjectNode();
    if (when.edtf() != null) {
      date.put("edtf", when.edtf());
    }
    if (when.from() != null) {
      date.put("from", when.from().toString());
    }
    if (when.to() != null) {
      date.put("to", when.to().toString());
    }
    date.put("asStated", time.asStated());
    date.put("basis", when.basis().name().toLowerCase(Locale.ROOT));
    return date;
  }

  private static List<SuggestedRecord.Candidate> candidates(
      List<NameEntry> entries, @Nullable NameEntry within) {
    return entries.stream()
        .limit(20)
        .map(
            entry ->
                new SuggestedRecord.Candidate(
                    entry.recordId(), entry.name(), entry.level(), against(entry, within)))
        .toList();
  }

  private static boolean isTooLong(Passage passage) {
    return passage.quote().length() > LONGEST_QUOTE;
  }

  private static @Nullable String against(NameEntry entry, @Nullable NameEntry within) {
    return within == null || entry.path().contains(within.recordId())
        ? null
        : "It lies outside %s, in which the report sets the place.".formatted(within.name());
  }

  private static void cite(
      List<Citation> citations, UUID id, Document document, String pointer, Passage passage) {
    citations.add(
        new Citation(
            pointer,
            id,
            passage.start(),
            passage.end(),
            passage.quote(),
            document.textHash(),
            null,
            null,
            passage.hedged() ? Modality.HEDGED : Modality.STATED,
            document.reliability(),
            null));
  }
}
