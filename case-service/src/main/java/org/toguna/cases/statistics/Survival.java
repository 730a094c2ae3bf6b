package org.toguna.cases.statistics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.agreements.AgreementKind;
import org.toguna.cases.crises.CrisisKind;
import org.toguna.cases.observations.ObservationKind;
import org.toguna.cases.statistics.Lasting.LeftOut;
import org.toguna.cases.statistics.survival.Lifetime;
import org.toguna.cases.statistics.survival.SurvivalCurve;
import org.toguna.cases.terms.TermKind;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.marking.Reader;

/** Puts the durations of what a reader may list on one curve. */
@ApplicationScoped
class Survival {
  private static final double MILLION = 1e6;
  private final ReadersViews views;
  private final Clock clock = Clock.systemUTC();

  Survival(ReadersViews views) {
    this.views = views;
  }

  SurvivalAnswer ofSieges(Reader reader, RecordFilters filters) {
    LocalDate today = LocalDate.now(clock);
    return answer(
        "siege",
        today,
        views.all(
            reader,
            CrisisKind.NAME,
            "siege",
            filters,
            sieges -> sieges.stream().map(siege -> Sieges.lasting(siege, today))),
        views.undatedLeftOut(reader, CrisisKind.NAME, "siege", null, filters));
  }

  SurvivalAnswer ofPacts(Reader reader, RecordFilters filters) {
    LocalDate today = LocalDate.now(clock);
    return answer(
        "pact",
        today,
        views.all(
            reader, AgreementKind.NAME, null, filters, pacts -> lasting(reader, pacts, today)),
        views.undatedLeftOut(reader, AgreementKind.NAME, null, null, filters));
  }

  private Stream<Lasting> lasting(Reader reader, List<ObjectNode> pacts, LocalDate today) {
    Map<UUID, List<ObjectNode>> observations =
        observations(reader, pacts.stream().map(ReadersViews::id).toList());
    return pacts.stream()
        .map(
            pact ->
                Pacts.lasting(
                    pact, observations.getOrDefault(ReadersViews.id(pact), List.of()), today));
  }

  private Map<UUID, List<ObjectNode>> observations(Reader reader, Collection<UUID> pacts) {
    Map<UUID, UUID> pactOf = new HashMap<>();
    views
        .about(reader, TermKind.NAME, "agreement", pacts)
        .forEach((pact, terms) -> terms.forEach(term -> pactOf.put(ReadersViews.id(term), pact)));
    Map<UUID, List<ObjectNode>> observations = new HashMap<>();
    views
        .about(reader, ObservationKind.NAME, "term", pactOf.keySet())
        .forEach(
            (term, seen) ->
                observations
                    .computeIfAbsent(
                        Objects.requireNonNull(pactOf.get(term)), none -> new ArrayList<>())
                    .addAll(seen));
    return observations;
  }

  private static SurvivalAnswer answer(
      String of, LocalDate today, List<Lasting> all, @Nullable Boolean undatedLeftOut) {
    List<Lifetime> lives = all.stream().map(Lasting::life).filter(Objects::nonNull).toList();
    int ended = (int) lives.stream().filter(Lifetime::ended).count();
    SurvivalCurve curve = SurvivalCurve.of(lives);
    return new SurvivalAnswer(
        of,
        today,
        lives.size(),
        ended,
        lives.size() - ended,
        new SurvivalAnswer.Excluded(
            leftOut(all, LeftOut.START_UNKNOWN),
            leftOut(all, LeftOut.START_OPEN),
            leftOut(all, LeftOut.ENDED_BEFORE_START)),
        median(curve),
        curve.steps(SurvivalAnswer.MOST_STEPS).stream().map(Survival::point).toList(),
        undatedLeftOut,
        curve.size() > SurvivalAnswer.MOST_STEPS);
  }

  private static int leftOut(List<Lasting> all, LeftOut reason) {
    return (int) all.stream().filter(one -> one.leftOut() == reason).count();
  }

  private static SurvivalAnswer.Median median(SurvivalCurve curve) {
    OptionalLong low = curve.medianLow();
    OptionalLong high = curve.medianHigh();
    return new SurvivalAnswer.Median(
        high.isPresent() ? "yes" : low.isPresent() ? "maybe" : "no",
        low.isPresent() ? low.getAsLong() : null,
        high.isPresent() ? high.getAsLong() : null);
  }

  private static SurvivalAnswer.Point point(SurvivalCurve.Step step) {
    return new SurvivalAnswer.Point(
        step.day(),
        rounded(step.survivalLow()),
        rounded(step.survivalHigh()),
        range(step.atRisk()),
        range(step.ended()),
        range(step.censored()));
  }

  private static SurvivalAnswer.Range range(SurvivalCurve.Band band) {
    return new SurvivalAnswer.Range(band.low(), band.high());
  }

  private static double rounded(double share) {
    return Math.round(share * MILLION) / MILLION;
  }
}
