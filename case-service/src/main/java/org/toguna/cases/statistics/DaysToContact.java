package org.toguna.cases.statistics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.toguna.cases.contacts.ContactKind;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.marking.Reader;

/** Holds the cases that a reader may list against their crises and contacts, as the reader sees. */
@ApplicationScoped
class DaysToContact {
  private final ReadersViews views;
  private final Clock clock = Clock.systemUTC();

  DaysToContact(ReadersViews views) {
    this.views = views;
  }

  ReachAnswer over(Reader reader, RecordFilters filters) {
    LocalDate today = LocalDate.now(clock);
    return ReachAnswer.of(
        views.all(reader, CaseKind.NAME, null, filters, cases -> reached(reader, cases, today)),
        views.undatedLeftOut(reader, CaseKind.NAME, null, null, filters));
  }

  private Stream<Reach> reached(Reader reader, List<ObjectNode> cases, LocalDate today) {
    Map<UUID, List<ObjectNode>> contacts =
        views.about(
            reader, ContactKind.NAME, "case", cases.stream().map(ReadersViews::id).toList());
    Set<UUID> named = new HashSet<>();
    cases.forEach(one -> named.addAll(crises(one)));
    Map<UUID, ObjectNode> crises = views.named(reader, named);
    return cases.stream()
        .map(
            one ->
                Reach.of(
                    one,
                    crises(one).stream().map(crises::get).filter(Objects::nonNull).toList(),
                    contacts.getOrDefault(ReadersViews.id(one), List.of()),
                    today));
  }

  private static Set<UUID> crises(ObjectNode dialogue) {
    Set<UUID> ids = new HashSet<>();
    dialogue.path("crises").forEach(id -> ids.add(UUID.fromString(id.asText())));
    return ids;
  }
}
