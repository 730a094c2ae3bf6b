package org.toguna.stories;

/** What hangs on a planted case: one of each kind, with a word of its own in every text. */
final class PlantedDialogue {
  private final Planted planted;
  private final String dialogue;
  private final String person;
  private final String marking;

  PlantedDialogue(Planted planted, String dialogue, String person, String marking) {
    this.planted = planted;
    this.dialogue = dialogue;
    this.person = person;
    this.marking = marking;
  }

  void plant() {
    var earlier =
        planted.post(
            "case",
            "/cases/v1/cases",
            """
            {"type":"hostage_exchange","title":"%s","purpose":"%s","trigger":{"asStated":"%s"},
             "nationalProcess":{"linked":"no","reason":"%s"},
             "preconditions":[{"asStated":"%s","met":"no"}],%s}"""
                .formatted(word(), word(), word(), word(), word(), marking));
    planted.post(
        "case-link",
        "/cases/v1/case-links",
        "{\"type\":\"grew_out_of\",\"from\":\"%s\",\"to\":\"%s\",\"asStated\":\"%s\",%s}"
            .formatted(dialogue, earlier, word(), marking));
    part("mandate", "mandates", "\"type\":\"one_off\",\"holder\":%s,\"scope\":\"%s\"");
    var contact =
        part(
            "contact",
            "contacts",
            """
            "status":"made","hops":[{"who":%s,"tie":"%s"}],"said":"%s","trustBasis":"%s",
            "levers":[{"type":"kinship","asStated":"%s"}]""");
    part(
        "permission",
        "permissions",
        """
        "status":"granted","grantor":%s,"grantee":{"asStated":"%s"},"scope":"%s","contact":"{contact}\""""
            .replace("{contact}", contact));
    part(
        "meeting",
        "meetings",
        """
        "status":"held","proposedBy":%s,"result":"%s","place":{"asStated":"%s"},
        "said":[{"paraphrase":"%s"}],"attendance":[{"side":"both","asStated":"%s"}],
        "when":{"edtf":"2021-06-03","asStated":"%s"}""");
    part(
        "handover",
        "handovers",
        "\"status\":\"accepted\",\"from\":%s,\"to\":{\"asStated\":\"%s\"},\"reason\":\"%s\"");
    part(
        "harm",
        "harms",
        """
        "type":"threat","author":"unknown","who":%s,"because":"%s","consequence":"%s",
        "place":{"asStated":"%s"}""");
    part("exposure", "exposures", "\"type\":\"other\",\"who\":%s,\"asStated\":\"%s\"");
    part(
        "spoiler",
        "spoilers",
        "\"who\":%s,\"reason\":\"%s\",\"reactions\":[{\"type\":\"anger\",\"after\":\"%s\"}]");
    part(
        "outcome",
        "outcomes",
        "\"type\":\"gift\",\"observer\":%s,\"transfer\":{\"type\":\"gift\",\"items\":\"%s\"}");
    part("promise", "promises", "\"status\":\"open\",\"by\":%s,\"what\":\"%s\"");
  }

  /** The first %s is somebody, all others are words. */
  private String part(String kind, String path, String members) {
    var filled =
        members.replaceFirst(
            "%s", "{\"actor\":\"%s\",\"asStated\":\"%s\"}".formatted(person, word()));
    while (filled.contains("%s")) {
      filled = filled.replaceFirst("%s", word());
    }
    return planted.post(
        kind, "/cases/v1/" + path, "{\"case\":\"%s\",%s,%s}".formatted(dialogue, filled, marking));
  }

  private String word() {
    return planted.word();
  }
}
