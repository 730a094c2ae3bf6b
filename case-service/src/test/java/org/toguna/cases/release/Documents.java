package org.toguna.cases.release;

import java.util.List;
import java.util.UUID;
import org.toguna.cases.release.Node.Kind;
import org.toguna.test.Broker;

/** Two documents of a sibling that a batch of graphs quotes; told of less finely after a while. */
final class Documents {
  private final List<Node> all = List.of(new Node(Kind.DOCUMENT), new Node(Kind.DOCUMENT));
  private int version;

  Documents() {
    for (Node document : all) {
      document.id = UUID.randomUUID().toString();
    }
    finest(all.getFirst(), 5, 2);
    finest(all.getLast(), 4, 2);
  }

  List<Node> all() {
    return all;
  }

  void tighten() {
    finest(all.getFirst(), 2, 1);
    finest(all.getLast(), 1, 0);
  }

  private static void finest(Node document, int place, int date) {
    document.place = place;
    document.date = date;
  }

  /** A new version of both, as they are now. */
  void publish() {
    version++;
    all.forEach(
        document ->
            Broker.publish("ingest.document", "document", document.id, version, event(document)));
  }

  private String event(Node document) {
    return """
    {"id":"%s","kind":"document","version":%d,"marking":{"tlp":"GREEN","owner":"ngo-a"},
     "audience":{"full":["org:ngo-a","org:ngo-b"],"seen":["org:ngo-a","org:ngo-b","tlp:green"]},
     "cut":{"place":"%s","date":"%s"},"changed":[],"data":{"full":{},"seen":{}}}\
    """
        .formatted(
            document.id, version, Node.LEVELS.get(document.place), Node.DATES.get(document.date));
  }

  /** What of the read model is these, in their last version. */
  String heard() {
    return "sibling where view = 'full' and version = %d and id in ('%s', '%s')"
        .formatted(version, all.getFirst().id, all.getLast().id);
  }
}
