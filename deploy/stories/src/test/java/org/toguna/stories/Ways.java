package org.toguna.stories;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The table that tells how each operation is called. One that is missing fails the walk: whoever
 * adds an operation says here who may call it, and with what.
 */
final class Ways {
  private static final String READER = "reader";
  private static final String CONTRIBUTOR = "contributor";
  private static final String REVIEWER = "reviewer";
  private static final String OFFICER = "protection-officer";
  private static final String ADMINISTRATOR = "administrator";

  private Ways() {}

  static Map<String, Way> all() {
    var ways = new LinkedHashMap<String, Way>();
    for (var service : RunningStack.SERVICES) {
      shared(ways, "/" + service + "/v1");
    }
    cases(ways, "/cases/v1");
    actors(ways, "/actors/v1");
    ingest(ways, "/ingest/v1");
    return ways;
  }

  private static void shared(Map<String, Way> ways, String at) {
    ways.put("GET " + at + "/me", Way.plain(READER));
    ways.put("GET " + at + "/codelists", Way.open(""));
    ways.put("GET " + at + "/codelists/{name}", Way.open("list"));
    ways.put("GET " + at + "/changes", Way.plain(READER));
    ways.put("GET " + at + "/changes/stream", Way.plain(READER));
    ways.put("GET " + at + "/audit/verification", Way.plain(OFFICER));
    ways.put("GET " + at + "/dead-letters", Way.plain(ADMINISTRATOR));
    ways.put("POST " + at + "/dead-letters/replay", Way.plain(ADMINISTRATOR));
    ways.put("GET " + at + "/read-models", Way.plain(ADMINISTRATOR));
    ways.put("POST " + at + "/read-models/{topic}/rebuild", Way.of(ADMINISTRATOR, "topic"));
    ways.put("GET " + at + "/organisations/{name}/given", Way.of(OFFICER, "organisation"));
  }

  private static void cases(Map<String, Way> ways, String at) {
    record(ways, at + "/crises", "crisis");
    ways.put(
        "POST " + at + "/crises",
        Way.posting(
            REVIEWER,
            "{\"type\":\"siege\",\"status\":\"open\",\"by\":[{\"actor\":\"{actor}\"}]}",
            "{\"type\":\"siege\",\"status\":\"open\",\"suggestion\":\"{suggestion}\"}",
            "{\"type\":\"siege\",\"status\":\"open\",\"citations\":[{\"field\":\"/type\",\"document\":\"{document}\",\"start\":0,\"end\":4,\"quote\":\"Four\"}]}"));
    record(ways, at + "/cases", "case");
    ways.put(
        "POST " + at + "/cases",
        Way.posting(
            REVIEWER,
            "{\"type\":\"siege_lifting\",\"crises\":[\"{crisis}\"]}",
            "{\"type\":\"siege_lifting\",\"parties\":[{\"actor\":\"{actor}\",\"role\":\"mediator\"}]}",
            "{\"type\":\"siege_lifting\",\"suggestion\":\"{suggestion}\"}"));
    ways.put("GET " + at + "/board", Way.plain(READER));
    ways.put("GET " + at + "/places", Way.plain(READER));
    ways.put("GET " + at + "/places/{id}", Way.of(READER, "unit"));
    ways.put("GET " + at + "/units", Way.plain(READER));
    ways.put("GET " + at + "/units/{pcode}", Way.of(READER, "unit"));
    ways.put(
        "POST " + at + "/gazetteer/imports",
        Way.sending(ADMINISTRATOR, "text/csv", "country,level,pcode,name,parent_pcode\n"));
    ways.put(
        "POST " + at + "/gazetteer/imports/outlines",
        Way.sending(
            ADMINISTRATOR,
            "application/geo+json",
            "{\"type\":\"FeatureCollection\",\"features\":[]}"));
    ways.put("GET " + at + "/outlines", Way.plain(READER));
    ways.put("GET " + at + "/unmatched-places", Way.plain(REVIEWER));
    record(ways, at + "/place-judgements", "place-judgement");
    ways.put(
        "POST " + at + "/place-judgements",
        Way.posting(
            REVIEWER,
            "{\"places\":[{\"id\":\"{unit}\"},{\"id\":\"ML05\"}],\"verdict\":\"undecided\"}"));
    ways.put("GET " + at + "/gazetteer/imports/{id}", Way.of(ADMINISTRATOR, "import"));
    ways.put("GET " + at + "/gazetteer/imports/{id}/rows", Way.of(ADMINISTRATOR, "import"));
  }

  private static void actors(Map<String, Way> ways, String at) {
    record(ways, at + "/actors", "actor");
    ways.put(
        "POST " + at + "/actors",
        Way.posting(
            REVIEWER,
            "{\"type\":\"person\",\"names\":[{\"text\":\"Somebody\",\"type\":\"main\"}],\"suggestion\":\"{suggestion}\"}"));
    ways.put("GET " + at + "/actors/{id}/cases", Way.of(READER, "actor"));
    ways.put("GET " + at + "/actors/{id}/relations", Way.of(READER, "actor"));
    record(ways, at + "/relations", "relation");
    ways.put(
        "POST " + at + "/relations",
        Way.posting(REVIEWER, "{\"from\":\"{actor}\",\"to\":\"{actor}\",\"type\":\"knows\"}"));
    record(ways, at + "/judgements", "judgement");
    ways.put(
        "POST " + at + "/judgements",
        Way.posting(
            REVIEWER, "{\"one\":\"{actor}\",\"other\":\"{actor}\",\"verdict\":\"undecided\"}"));
    ways.put("GET " + at + "/dictionary", Way.plain(READER));
    ways.put("GET " + at + "/organisations", Way.plain(READER));
    ways.put("GET " + at + "/organisations/{name}", Way.of(READER, "organisation"));
    ways.put("POST " + at + "/organisations", Way.posting(ADMINISTRATOR, "{\"shortName\":\"\"}"));
    for (var end : java.util.List.of("suspension", "closure")) {
      ways.put(
          "PUT " + at + "/organisations/{name}/" + end,
          Way.putting(ADMINISTRATOR, "organisation", "{\"reason\":\"none\"}"));
    }
    ways.put(
        "DELETE " + at + "/organisations/{name}/suspension", Way.of(ADMINISTRATOR, "organisation"));
  }

  private static void ingest(Map<String, Way> ways, String at) {
    record(ways, at + "/documents", "document");
    ways.remove("PATCH " + at + "/documents/{id}");
    ways.put(
        "POST " + at + "/documents",
        Way.posting(CONTRIBUTOR, "{\"text\":\"{text}\",\"title\":\"A report\"}"));
    ways.put("GET " + at + "/documents/{id}/reading", Way.of(READER, "document"));
    ways.put("GET " + at + "/documents/{id}/original", Way.of(READER, "document"));
    record(ways, at + "/suggestions", "suggestion");
    ways.remove("PATCH " + at + "/suggestions/{id}");
    ways.remove("DELETE " + at + "/suggestions/{id}");
    ways.put(
        "POST " + at + "/suggestions",
        Way.posting(
            CONTRIBUTOR,
            "{\"document\":\"{document}\",\"type\":\"crisis\",\"proposal\":{\"type\":\"siege\",\"status\":\"open\"}}"));
    ways.put(
        "PUT " + at + "/suggestions/{id}/rejection",
        Way.putting(REVIEWER, "suggestion", "{\"reason\":\"other\"}"));
    ways.put(
        "POST " + at + "/citation-checks",
        Way.posting(
            CONTRIBUTOR,
            "{\"citations\":[{\"field\":\"/type\",\"document\":\"{document}\",\"start\":0,\"end\":4,\"quote\":\"Four\"}]}"));
  }

  /** What every kind of record has. */
  private static void record(Map<String, Way> ways, String at, String kind) {
    ways.put("GET " + at, Way.plain(READER));
    ways.put("GET " + at + "/{id}", Way.of(READER, kind));
    ways.put("GET " + at + "/{id}/history", Way.of(READER, kind));
    ways.put("PATCH " + at + "/{id}", Way.patching(REVIEWER, kind));
    ways.put("DELETE " + at + "/{id}", Way.of(OFFICER, kind));
  }
}
