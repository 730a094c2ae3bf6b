package org.toguna.stories;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What organisation A keeps to itself: one record of each kind for its owner only, one for named
 * persons only, with a word of its own in every text.
 */
final class Planted {
  static final String OWNER = "ngo-a";

  /** Two invented cercles, which the gazetteer must have before anybody judges them. */
  static final String UNITS =
      """
      country,level,pcode,name,parent_pcode
      NER,1,NE97,Exemplaire,NE
      NER,2,NE9701,Aval,NE97
      NER,2,NE9702,Amont,NE97
      """;

  private static final List<String> LEVELS = List.of("AMBER+STRICT", "RED");
  private final Words words;
  private final Map<String, List<String>> ids = new LinkedHashMap<>();
  private final Client author = Client.as("reviewer", OWNER, "RED");
  private final List<String> texts = new ArrayList<>();
  private final List<String> positions = new ArrayList<>();

  private Planted(Words words) {
    this.words = words;
  }

  static Planted by(Words words) {
    return at(LEVELS, words);
  }

  /** The same records under other labels. */
  static Planted at(List<String> levels, Words words) {
    var planted = new Planted(words);
    levels.forEach(planted::plant);
    return planted;
  }

  /** The ids of planted records of a kind; none where no service keeps that kind yet. */
  List<String> ids(String kind) {
    return ids.getOrDefault(kind, List.of());
  }

  Words words() {
    return words;
  }

  private void plant(String tlp) {
    var marking = "\"marking\":{\"tlp\":\"%s\"}".formatted(tlp);
    var group =
        post(
            "actor",
            "/actors/v1/actors",
            """
            {"type":"armed_group","names":[{"text":"%s","type":"main"},{"text":"%s","type":"alias"}],
             "description":"%s",%s}"""
                .formatted(word(), word(), word(), marking));
    var person =
        post(
            "actor",
            "/actors/v1/actors",
            """
            {"type":"person","names":[{"text":"%s","type":"pseudonym"}],"roles":[],
             "place":{"asStated":"%s"},"description":"%s",%s}"""
                .formatted(word(), word(), word(), marking));
    post(
        "relation",
        "/actors/v1/relations",
        """
        {"from":"%s","to":"%s","type":"knows","asStated":"%s","note":"%s",%s}"""
            .formatted(person, group, word(), word(), marking));
    post(
        "judgement",
        "/actors/v1/judgements",
        """
        {"one":"%s","other":"%s","verdict":"different","reason":"%s",%s}"""
            .formatted(person, group, word(), marking));
    post(
        "place-judgement",
        "/cases/v1/place-judgements",
        """
        {"places":[{"id":"NE9701","asStated":"%s"},{"id":"NE9702","asStated":"%s"}],
         "verdict":"different","reason":"%s",%s}"""
            .formatted(word(), word(), word(), marking));
    var document = report(tlp);
    var cited = texts.getLast();
    post(
        "suggestion",
        "/ingest/v1/suggestions",
        """
        {"document":"%s","type":"crisis","proposal":{"type":"siege","status":"open","title":"%s"},
         "reasons":{"/type":"%s"},%s}"""
            .formatted(document, word(), word(), marking));
    var crisis =
        post(
            "crisis",
            "/cases/v1/crises",
            """
            {"type":"siege","status":"open","title":"%s","place":{"asStated":"%s","lat":14.2,"lon":-3.0},
             "since":{"edtf":"2021-05-14","asStated":"%s"},"by":[{"actor":"%s","asStated":"%s"}],
             "cause":"%s","narrative":"%s","victims":[{"description":"%s","count":{"best":7,"asStated":"%s"}}],
             "harms":[{"type":"killing","asStated":"%s"}],"states":{"/until":"unknown"},
             "citations":[{"field":"/cause","document":"%s","start":0,"end":%d,"quote":"%s"}],%s}"""
                .formatted(
                    word(),
                    word(),
                    word(),
                    group,
                    word(),
                    word(),
                    word(),
                    word(),
                    word(),
                    word(),
                    document,
                    cited.length(),
                    cited,
                    marking));
    var dialogue =
        post(
            "case",
            "/cases/v1/cases",
            """
        {"type":"siege_lifting","title":"%s","crises":["%s"],"narrative":"%s",
         "parties":[{"actor":"%s","role":"mediator","asStated":"%s"}],
         "stages":[{"stage":"contact_made","when":{"edtf":"2021-06","asStated":"%s"},"note":"%s"}],%s}"""
                .formatted(word(), crisis, word(), person, word(), word(), word(), marking));
    post(
        "incident",
        "/cases/v1/incidents",
        """
        {"type":"raid","title":"%s","place":{"asStated":"%s"},"position":{"lat":14.2,"lon":-3.0},
         "when":{"edtf":"2021-05-14","asStated":"%s"},"narrative":"%s",
         "participants":[{"side":"side_a","who":{"actor":"%s","asStated":"%s"}}],
         "deaths":{"total":{"best":7,"asStated":"%s"}},"externalIds":[{"provider":"acled","id":"%s"}],
         "sources":[{"publisher":"%s","headline":"%s","document":"%s"}],%s}"""
            .formatted(
                word(), word(), word(), word(), group, word(), word(), word(), word(), word(),
                document, marking));
    new PlantedDialogue(this, dialogue, person, marking).plant();
    coverage(dialogue, person, marking);
    revise("/cases/v1/crises/" + crisis);
    agree(dialogue, person, marking);
  }

  /** What was agreed in a case, what became of it, and what is said beside it. */
  private void agree(String dialogue, String person, String marking) {
    var pact =
        post(
            "agreement",
            "/cases/v1/agreements",
            """
            {"case":"%s","type":"village_pact","medium":"oral","title":"%s","narrative":"%s",
             "agreedOn":{"edtf":"2021-08-03","asStated":"%s"},"secrecy":{"rule":"%s","reasons":["%s"]},
             "parties":[{"side":"community","who":{"actor":"%s","asStated":"%s"}}],
             "consents":[{"by":{"asStated":"%s"},"quality":"coerced","asStated":"%s"}],%s}"""
                .formatted(
                    dialogue, word(), word(), word(), word(), word(), person, word(), word(),
                    word(), marking));
    var term =
        post(
            "term",
            "/cases/v1/terms",
            """
            {"case":"%s","agreement":"%s","issue":"religious_rules","nature":"rule","text":"%s",
             "askedBy":[{"asStated":"%s"}],"conditions":[{"text":"%s"}],"legs":[{"gives":"%s"}],
             "movements":[{"state":"agreed","note":"%s"}],%s}"""
                .formatted(dialogue, pact, word(), word(), word(), word(), word(), marking));
    post(
        "ask",
        "/cases/v1/asks",
        "{\"case\":\"%s\",\"side\":\"armed_group\",\"asks\":[\"%s\"],\"text\":\"%s\",%s}"
            .formatted(dialogue, term, word(), marking));
    post(
        "observation",
        "/cases/v1/observations",
        """
        {"term":"%s","enforcement":1,"asStated":"%s","observer":{"asStated":"%s"},
         "when":{"asStated":"%s","anchor":{"record":"%s","field":"/agreedOn","offset":"P7D"}},%s}"""
            .formatted(term, word(), word(), word(), pact, marking));
    post(
        "breach",
        "/cases/v1/breaches",
        """
        {"agreement":"%s","terms":["%s"],"state":"checked","verdict":"false_alarm","what":"%s",
         "explanation":"%s","reported":{"by":{"asStated":"%s"}},
         "checks":[{"by":{"asStated":"%s"},"how":"visit","finding":"%s"}],
         "followUps":[{"type":"gift","what":"%s"}],%s}"""
            .formatted(pact, term, word(), word(), word(), word(), word(), word(), marking));
    post(
        "presence",
        "/cases/v1/presences",
        """
        {"case":"%s","type":"encircling","actor":{"actor":"%s","asStated":"%s"},
         "place":{"asStated":"%s","lat":14.2,"lon":-3.0},"asStated":"%s",%s}"""
            .formatted(dialogue, person, word(), word(), word(), marking));
    post(
        "statement",
        "/cases/v1/statements",
        """
        {"type":"policy_position","stance":"for","by":{"actor":"%s","asStated":"%s"},"text":"%s",
         "readings":[{"field":"/by","value":{"asStated":"%s"},"status":"issue","reason":"%s"}],%s}"""
            .formatted(person, word(), word(), word(), word(), marking));
  }

  private void coverage(String dialogue, String person, String marking) {
    var list =
        post(
            "coverage-list",
            "/cases/v1/coverage-lists",
            """
            {"case":"%s","status":"proposed","title":"%s","unit":{"asStated":"%s"},"narrative":"%s",
             "sentBy":{"actor":"%s"},"via":{"asStated":"%s"},
             "statedTotal":{"best":7,"asStated":"%s"},"statedCounts":"both",
             "entries":[{"name":"%s","note":"%s","consent":{"state":"given","by":"%s"}}],%s}"""
                .formatted(
                    dialogue, word(), word(), word(), person, word(), word(), word(), word(),
                    word(), marking));
    post(
        "list-copy",
        "/cases/v1/coverage-lists/" + list + "/copies",
        "{\"recipient\":\"%s\",\"purpose\":\"%s\"}".formatted(word(), word()));
    post(
        "coverage-check",
        "/cases/v1/coverage-checks",
        "{\"list\":\"%s\",\"keep\":true}".formatted(list));
  }

  /** A report whose every word is a secret, and what was drafted from it. */
  private String report(String tlp) {
    var text = "%s %s %s".formatted(word(), word(), word());
    texts.add(text);
    var path = "/ingest/v1/documents" + Client.query("marking", tlp);
    return post(
        "document",
        path,
        "{\"text\":\"%s\",\"title\":\"%s\",\"publisher\":\"%s\"}".formatted(text, word(), word()));
  }

  /** The texts of planted documents. */
  List<String> texts() {
    return texts;
  }

  private void revise(String path) {
    var etag = author.get(path).expect(200).etag();
    author
        .patch(path, etag, "{\"cause\":\"%s\",\"why\":\"%s\"}".formatted(word(), word()))
        .expect(200);
  }

  String post(String kind, String path, String body) {
    var headers = new LinkedHashMap<>(Map.of("Content-Type", "application/json"));
    if (!positions.isEmpty()) {
      headers.put(
          "Toguna-Position", String.join(",", positions.reversed().stream().limit(10).toList()));
    }
    var answer = author.send("POST", path, body, headers);
    var id = words.also(answer.expect(201).id());
    if (path.equals("/actors/v1/actors")) {
      positions.add(answer.headers().get("toguna-position")); // what siblings are told
    }
    ids.computeIfAbsent(kind, _ -> new ArrayList<>()).add(id);
    return id;
  }

  String word() {
    return words.fresh();
  }
}
