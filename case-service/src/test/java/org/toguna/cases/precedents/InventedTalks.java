package org.toguna.cases.precedents;

import static org.awaitility.Awaitility.await;
import static org.toguna.cases.Registry.OWNER;
import static org.toguna.cases.Registry.as;
import static org.toguna.cases.Registry.recorded;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.test.Broker;

/** Talks as ngo-a records them: a siege that was lifted, and what is told of how. */
final class InventedTalks {
  private InventedTalks() {}

  static String siege(
      String place, @Nullable String besieger, @Nullable String chief, String day, String marking) {
    String dialogue = aCase(place, crisis(place, besieger, day, marking), chief, marking);
    permission(dialogue, chief, "before_contact", marking);
    return dialogue;
  }

  static String crisis(String place, @Nullable String besieger, String day, String marking) {
    return recorded(
        "crises",
        """
        {"type":"siege","status":"lifted","place":{"id":"%s"},"since":{"edtf":"%s"},
         "until":{"edtf":"%s"},"causes":["refusal_of_levies"],"by":[%s],%s}"""
            .formatted(
                place,
                day,
                day,
                besieger == null ? "" : "{\"actor\":\"" + besieger + "\"}",
                marking));
  }

  static String aCase(String place, String crisis, @Nullable String chief, String marking) {
    return recorded(
        "cases",
        """
        {"type":"siege_lifting","level":"village","title":"Talks","place":{"id":"%s"},
         "crises":["%s"],"parties":[%s],%s}"""
            .formatted(
                place,
                crisis,
                chief == null
                    ? ""
                    : "{\"actor\":\""
                        + chief
                        + "\",\"role\":\"negotiator\",\"side\":\"community\"}",
                marking));
  }

  static void permission(String dialogue, @Nullable String grantor, String order, String marking) {
    recorded(
        "permissions",
        """
        {"case":"%s","status":"granted","order":"%s","grantor":{"asStated":"the chief"%s},
         "grantee":{"asStated":"a herder"},%s}"""
            .formatted(
                dialogue, order, grantor == null ? "" : ",\"actor\":\"" + grantor + "\"", marking));
  }

  static String contact(String dialogue, String lever, String marking) {
    return recorded(
        "contacts",
        """
        {"case":"%s","status":"made","levers":[{"type":"%s"}],%s}"""
            .formatted(dialogue, lever, marking));
  }

  static void term(String dialogue, String issue, String state, String marking) {
    recorded(
        "terms",
        """
        {"case":"%s","issue":"%s","nature":"rule","movements":[{"state":"%s"}],%s}"""
            .formatted(dialogue, issue, state, marking));
  }

  /** An actor of actor-service that case-service has heard of. */
  static String knownActor() {
    String id = UUID.randomUUID().toString();
    Broker.publish(
        "actors.actor",
        "actor",
        id,
        1,
        """
        {"id":"%s","kind":"actor","version":1,"marking":{"tlp":"GREEN","owner":"ngo-a"},
         "audience":{"full":["org:ngo-a"],"seen":["org:ngo-a","tlp:green"]},"changed":["/type"],
         "data":{"full":{"type":"armed_group"},"seen":{"type":"armed_group"}}}"""
            .formatted(id));
    await("case-service hears of the actor")
        .until(
            () ->
                as(OWNER)
                        .body("{\"besiegers\":[{\"actor\":\"" + id + "\"}]}")
                        .post("/cases/v1/precedents")
                        .statusCode()
                    == 200);
    return id;
  }
}
