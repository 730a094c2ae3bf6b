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
  private static final String OPERATOR = "operator";

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
    ways.put("GET " + at + "/dead-letters", Way.plain(OPERATOR));
    ways.put("POST " + at + "/dead-letters/replay", Way.plain(OPERATOR));
    ways.put("GET " + at + "/read-models", Way.plain(OPERATOR));
    ways.put("POST " + at + "/read-models/{topic}/rebuild", Way.of(OPERATOR, "topic"));
    ways.put("GET " + at + "/organisations/{name}/given", Way.of(OFFICER, "organisation"));
    ways.put("GET " + at + "/records/{id}/holders", Way.of(READER, kept(at)));
  }

  /** A kind of record that a service keeps. */
  private static String kept(String at) {
    return switch (at) {
      case "/cases/v1" -> "crisis";
      case "/actors/v1" -> "actor";
      default -> "document";
    };
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
    agreements(ways, at);
    ways.put("GET " + at + "/cases/{id}/genealogy", Way.of(READER, "case"));
    ways.put("GET " + at + "/cases/{id}/timeline", Way.of(READER, "case"));
    ways.put("GET " + at + "/cases/{id}/precedents", Way.of(READER, "case"));
    ways.put(
        "POST " + at + "/precedents",
        Way.posting(
            READER,
            "{\"besiegers\":[{\"actor\":\"{actor}\"}]}",
            "{\"askedFirst\":{\"actor\":\"{actor}\",\"side\":\"community\"}}"));
    dialogue(ways, at);
    record(ways, at + "/incidents", "incident");
    ways.put(
        "POST " + at + "/incidents",
        Way.posting(
            REVIEWER,
            "{\"type\":\"raid\",\"participants\":[{\"side\":\"side_a\",\"who\":{\"actor\":\"{actor}\"}}]}",
            "{\"type\":\"raid\",\"suggestion\":\"{suggestion}\"}",
            "{\"type\":\"raid\",\"sources\":[{\"document\":\"{document}\"}]}"));
    ways.put("GET " + at + "/incidents/{id}/provider-codes", Way.of(READER, "incident"));
    ways.put(
        "POST " + at + "/source-notices",
        Way.posting(REVIEWER, "{\"standing\":\"retracted\",\"document\":\"{document}\"}"));
    ways.put("GET " + at + "/incident-counts", Way.plain(READER));
    imports(ways, at + "/incident-imports");
    coverage(ways, at);
    ways.put("GET " + at + "/board", Way.plain(READER));
    statistics(ways, at + "/statistics");
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
    ways.put(
        "PUT " + at + "/gazetteer/withdrawals/{entry}",
        Way.putting(
            ADMINISTRATOR, "unit", "{\"on\":\"2999-01-01\",\"because\":\"it is divided\"}"));
    ways.put(
        "DELETE " + at + "/gazetteer/withdrawals/{entry}", Way.of(ADMINISTRATOR, "unit"));
    ways.put("GET " + at + "/divisions", Way.plain(READER));
    ways.put("GET " + at + "/outlines", Way.plain(READER));
    ways.put("GET " + at + "/unmatched-places", Way.plain(REVIEWER));
    record(ways, at + "/place-judgements", "place-judgement");
    ways.put(
        "POST " + at + "/place-judgements",
        Way.posting(
            REVIEWER,
            "{\"places\":[{\"id\":\"NE9701\"},{\"id\":\"NE9702\"}],\"verdict\":\"undecided\"}"));
    ways.put("GET " + at + "/gazetteer/imports/{id}", Way.of(ADMINISTRATOR, "import"));
    ways.put("GET " + at + "/gazetteer/imports/{id}/rows", Way.of(ADMINISTRATOR, "import"));
  }

  private static void statistics(Map<String, Way> ways, String at) {
    for (var statistic :
        java.util.List.of(
            "cases",
            "crises",
            "terms",
            "term-practice",
            "survival",
            "days-to-contact",
            "freshness")) {
      ways.put("GET " + at + "/" + statistic, Way.plain(READER));
    }
    ways.put("GET " + at + "/agreements/{id}/violence", Way.of(READER, "agreement"));
    ways.put("GET " + at + "/coverage-lists/{id}/violence", Way.of(READER, "coverage-list"));
  }

  private static void agreements(Map<String, Way> ways, String at) {
    record(ways, at + "/terms", "term");
    ways.put(
        "POST " + at + "/terms",
        Way.posting(
            REVIEWER,
            "{\"case\":\"{case}\",\"issue\":\"schools\",\"nature\":\"rule\"}",
            "{\"case\":\"{case}\",\"agreement\":\"{agreement}\",\"issue\":\"schools\",\"nature\":\"rule\","
                + "\"movements\":[{\"state\":\"agreed\",\"when\":{\"anchor\":"
                + "{\"record\":\"{agreement}\",\"field\":\"/agreedOn\",\"offset\":\"P1D\"}}}]}"));
    record(ways, at + "/asks", "ask");
    ways.put(
        "POST " + at + "/asks",
        Way.posting(
            REVIEWER,
            "{\"case\":\"{case}\",\"side\":\"community\",\"states\":{\"/asks\":\"none\"}}",
            "{\"case\":\"{case}\",\"side\":\"community\",\"asks\":[\"{term}\"]}"));
    ways.put("GET " + at + "/cases/{id}/asks", Way.of(READER, "case"));
    record(ways, at + "/observations", "observation");
    ways.put(
        "POST " + at + "/observations",
        Way.posting(REVIEWER, "{\"term\":\"{term}\",\"enforcement\":0}"));
    ways.put("GET " + at + "/term-matrix", Way.plain(READER));
    record(ways, at + "/agreements", "agreement");
    ways.put(
        "POST " + at + "/agreements",
        Way.posting(
            REVIEWER,
            "{\"case\":\"{case}\",\"type\":\"truce\",\"medium\":\"oral\",\"amends\":\"{agreement}\"}"));
    record(ways, at + "/breaches", "breach");
    ways.put(
        "POST " + at + "/breaches",
        Way.posting(
            REVIEWER,
            "{\"agreement\":\"{agreement}\",\"terms\":[\"{term}\"],\"state\":\"reported\"}"));
    record(ways, at + "/presences", "presence");
    ways.put(
        "POST " + at + "/presences",
        Way.posting(
            REVIEWER,
            "{\"case\":\"{case}\",\"type\":\"base\",\"actor\":{\"actor\":\"{actor}\"},\"place\":{\"asStated\":\"x\"}}"));
    record(ways, at + "/statements", "statement");
    ways.put(
        "POST " + at + "/statements",
        Way.posting(
            REVIEWER,
            "{\"type\":\"policy_position\",\"stance\":\"for\",\"by\":{\"actor\":\"{actor}\"}}"));
    ways.put("GET " + at + "/anomalies", Way.plain(READER));
    ways.put(
        "PUT " + at + "/anomalies/{id}/readings/{position}/resolution",
        Way.putting(REVIEWER, "crisis", "{\"status\":\"accepted\",\"reason\":\"because\"}"));
  }

  /** What hangs on a case. */
  private static void dialogue(Map<String, Way> ways, String at) {
    ways.put("GET " + at + "/permission-ledger", Way.plain(READER));
    part(
        ways,
        at + "/case-links",
        "case-link",
        "{\"type\":\"grew_out_of\",\"from\":\"{case}\",\"to\":\"{case}\"}");
    part(
        ways,
        at + "/mandates",
        "mandate",
        part("\"type\":\"one_off\",\"holder\":{\"actor\":\"{actor}\"}"));
    part(
        ways,
        at + "/permissions",
        "permission",
        part(
            "\"status\":\"granted\",\"grantor\":{\"actor\":\"{actor}\"},\"contact\":\"{contact}\""));
    part(
        ways,
        at + "/contacts",
        "contact",
        part("\"status\":\"made\",\"hops\":[{\"who\":{\"actor\":\"{actor}\"}}]"));
    part(ways, at + "/meetings", "meeting", part("\"status\":\"held\""));
    part(
        ways,
        at + "/handovers",
        "handover",
        part("\"status\":\"offered\",\"to\":{\"actor\":\"{actor}\"},\"continuedIn\":\"{case}\""));
    part(
        ways,
        at + "/harms",
        "harm",
        part("\"type\":\"threat\",\"author\":\"unknown\",\"who\":{\"actor\":\"{actor}\"}"));
    part(
        ways,
        at + "/exposures",
        "exposure",
        part("\"type\":\"other\",\"who\":{\"actor\":\"{actor}\"}"));
    part(ways, at + "/spoilers", "spoiler", part("\"who\":{\"actor\":\"{actor}\"}"));
    part(ways, at + "/outcomes", "outcome", part("\"type\":\"agreed\",\"crisis\":\"{crisis}\""));
    part(
        ways,
        at + "/promises",
        "promise",
        part("\"status\":\"open\",\"what\":\"call\",\"by\":{\"actor\":\"{actor}\"}"));
  }

  private static void part(Map<String, Way> ways, String at, String kind, String body) {
    record(ways, at, kind);
    ways.put("POST " + at, Way.posting(REVIEWER, body));
  }

  private static String part(String members) {
    return "{\"case\":\"{case}\"," + members + "}";
  }

  private static void imports(Map<String, Way> ways, String at) {
    ways.put(
        "POST " + at,
        Way.sending(
            REVIEWER,
            "text/csv",
            "event_id,date_start,date_end,type_of_violence,side_a,side_b,country,where_prec,best,high,low\n"));
    ways.put("GET " + at, Way.plain(REVIEWER));
    ways.put("GET " + at + "/{id}", Way.of(REVIEWER, "import"));
    ways.put("GET " + at + "/{id}/rows", Way.of(REVIEWER, "import"));
    for (var verb : java.util.List.of("cancellation", "retry", "undo")) {
      ways.put("PUT " + at + "/{id}/" + verb, Way.of(REVIEWER, "import"));
    }
  }

  private static void coverage(Map<String, Way> ways, String at) {
    record(ways, at + "/coverage-lists", "coverage-list");
    ways.put(
        "POST " + at + "/coverage-lists",
        Way.posting(
            REVIEWER,
            "{\"case\":\"{case}\",\"status\":\"proposed\"}",
            "{\"case\":\"{case}\",\"status\":\"sent\",\"sentBy\":{\"actor\":\"{actor}\"}}"));
    ways.put("GET " + at + "/coverage-lists/{id}/difference", Way.of(READER, "coverage-list"));
    ways.put(
        "POST " + at + "/coverage-lists/{id}/copies",
        Way.putting(
            REVIEWER, "coverage-list", "{\"recipient\":\"a chief\",\"purpose\":\"a pact\"}"));
    ways.put(
        "POST " + at + "/coverage-checks",
        Way.posting(
            CONTRIBUTOR,
            "{\"list\":\"{coverage-list}\"}",
            "{\"list\":\"{coverage-list}\",\"keep\":true}"));
    for (var kind : java.util.List.of("coverage-check", "list-copy", "list-gap")) {
      var path = at + "/" + (kind.equals("list-copy") ? "list-copies" : kind + "s");
      record(ways, path, kind);
      ways.remove("PATCH " + path + "/{id}");
    }
    ways.remove("GET " + at + "/coverage-checks/{id}/history");
    ways.put(
        "PUT " + at + "/list-copies/{id}/decision",
        Way.putting(REVIEWER, "list-copy", "{\"status\":\"approved\"}"));
    ways.put("GET " + at + "/list-copies/{id}/names", Way.of(REVIEWER, "list-copy"));
    ways.put(
        "PUT " + at + "/list-gaps/{id}/closing",
        Way.putting(REVIEWER, "list-gap", "{\"status\":\"confirmed\",\"reason\":\"none\"}"));
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
    ways.put("GET " + at + "/actor-names", Way.plain(READER));
    ways.put("GET " + at + "/organisations", Way.plain(READER));
    ways.put("GET " + at + "/organisations/{name}", Way.of(READER, "organisation"));
    ways.put("POST " + at + "/organisations", Way.posting(OPERATOR, "{\"shortName\":\"\"}"));
    for (var end : java.util.List.of("suspension", "closure")) {
      ways.put(
          "PUT " + at + "/organisations/{name}/" + end,
          Way.putting(OPERATOR, "organisation", "{\"reason\":\"none\"}"));
    }
    ways.put("DELETE " + at + "/organisations/{name}/suspension", Way.of(OPERATOR, "organisation"));
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
