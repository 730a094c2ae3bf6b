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
    var planted = new Planted(words);
    LEVELS.forEach(planted::plant);
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
        {"places":[{"id":"ML0503","asStated":"%s"},{"id":"ML0507","asStated":"%s"}],
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
    post(
        "case",
        "/cases/v1/cases",
        """
        {"type":"siege_lifting","title":"%s","crises":["%s"],"narrative":"%s",
         "parties":[{"actor":"%s","role":"mediator","asStated":"%s"}],
         "stages":[{"stage":"contact_made","when":{"edtf":"2021-06","asStated":"%s"},"note":"%s"}],%s}"""
            .formatted(word(), crisis, word(), person, word(), word(), word(), marking));
    revise("/cases/v1/crises/" + crisis);
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

  private String post(String kind, String path, String body) {
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

  private String word() {
    return words.fresh();
  }
}
