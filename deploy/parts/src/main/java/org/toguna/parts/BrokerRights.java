package org.toguna.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What a service may do at the broker: write the topics that begin with its name, its dead letters
 * among them, and read those that it hears.
 *
 * @param certificate the name in its certificate
 * @param speaks the beginning of its own topics
 * @param hears the topics it reads
 */
public record BrokerRights(String certificate, String speaks, List<String> hears) {

  public static final List<BrokerRights> OF_SERVICES =
      List.of(
          new BrokerRights(
              "case-service",
              "cases",
              List.of("actors.actor", "actors.organisation", "ingest.document")),
          new BrokerRights(
              "actor-service",
              "actors",
              List.of("cases.crisis", "cases.case", "actors.organisation", "ingest.document")),
          new BrokerRights(
              "ingest-service",
              "ingest",
              List.of(
                  "actors.actor",
                  "actors.organisation",
                  "cases.place",
                  "cases.crisis",
                  "cases.case",
                  "cases.term",
                  "cases.observation",
                  "cases.agreement",
                  "cases.breach",
                  "cases.presence",
                  "cases.statement",
                  "cases.incident",
                  "cases.dialogue")));

  /** Everything that is allowed under a prefix; whatever is not here is not. */
  static List<AclBinding> under(String prefix) {
    return OF_SERVICES.stream().flatMap(service -> service.bindings(prefix)).toList();
  }

  private Stream<AclBinding> bindings(String prefix) {
    var all = new ArrayList<AclBinding>();
    all.add(
        may(AclOperation.WRITE, ResourceType.TOPIC, prefix + speaks + ".", PatternType.PREFIXED));
    all.add(may(AclOperation.READ, ResourceType.GROUP, prefix + speaks, PatternType.LITERAL));
    hears.forEach(
        topic ->
            all.add(
                may(AclOperation.READ, ResourceType.TOPIC, prefix + topic, PatternType.LITERAL)));
    return all.stream();
  }

  private AclBinding may(
      AclOperation operation, ResourceType type, String name, PatternType pattern) {
    return new AclBinding(
        new ResourcePattern(type, name, pattern),
        new AccessControlEntry("User:" + certificate, "*", operation, AclPermissionType.ALLOW));
  }
}
