package org.toguna.actors.relations;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/**
 * Keeps ethnicity off persons, villages and armed actors: an ethnic group is a social category,
 * tied to nothing but others of its kind. An edge to anybody else would be a list of targets.
 */
final class EthnicTies {
  private static final String ETHNIC_GROUP = "ethnic_group";
  private static final String MEMBERSHIP = "member_of_social_group";
  private static final String REMEDY =
      "Who belongs to which people is never an edge. If a source says so, keep its statement as an"
          + " attributed claim: a cited note in a record marked AMBER+STRICT.";

  private EthnicTies() {}

  static List<Flaw> flaws(Relation relation, Map<UUID, ObjectNode> ends) {
    Flaws flaws = new Flaws(JsonPointer.empty());
    flaws.unless(!relation.type().equals(MEMBERSHIP), "type", "not-an-edge", REMEDY);
    boolean oneEthnic = isEthnic(relation.from(), ends);
    boolean otherEthnic = isEthnic(relation.to(), ends);
    boolean bothKnown =
        Stream.of(relation.from(), relation.to())
            .allMatch(id -> id != null && ends.containsKey(id));
    flaws.unless(
        !bothKnown || oneEthnic == otherEthnic,
        oneEthnic ? "from" : "to",
        "ethnic-group-as-edge",
        REMEDY);
    return flaws.found();
  }

  private static boolean isEthnic(@Nullable UUID id, Map<UUID, ObjectNode> ends) {
    ObjectNode actor = id == null ? null : ends.get(id);
    return actor != null && Objects.equals(actor.path("type").asText(), ETHNIC_GROUP);
  }
}
