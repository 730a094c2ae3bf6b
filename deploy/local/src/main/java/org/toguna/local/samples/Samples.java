package org.toguna.local.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.toguna.parts.issuer.SigningKey;

/** Loads the sample registry; a second time changes nothing. */
public final class Samples {

  private static final List<String> OF_ACTORS =
      List.of("type", "placeholder", "pseudonym", "names", "description", "marking");
  private static final List<String> OF_RELATIONS = List.of("type", "asStated", "until", "note");

  /** What is recorded in cases, each after what it can name. */
  private static final List<String> PARTS_OF_CASES =
      List.of(
          "permissions",
          "contacts",
          "agreements",
          "terms",
          "observations",
          "outcomes",
          "incidents");

  private final JsonNode organisations =
      SampleFiles.yaml("organisations.yaml").path("organisations");
  private final JsonNode actors = SampleFiles.yaml("actors.yaml").path("actors");
  private final Consumer<String> voice;
  private final Passport passport;
  private final Api api;
  private final References references;

  /**
   * @param firstTried the day on which loading was first tried: a later try must say the same
   */
  public Samples(
      String address, String issuer, SigningKey key, LocalDate firstTried, Consumer<String> voice) {
    this.voice = voice;
    this.passport = new Passport(issuer, key, organisations);
    this.api = new Api(address, passport);
    this.references = new References(firstTried);
  }

  /**
   * @throws LoadingFailed at the first thing that the registry does not take
   */
  public void load() {
    registerOrganisations();
    voice.accept("loading the sample gazetteer");
    gazetteer("gazetteer.csv", SampleFiles.text("gazetteer.csv"));
    recordActors();
    postReports();
    record("crises", "crisis");
    record("cases", "case");
    for (var part : PARTS_OF_CASES) {
      record(part, part.replaceFirst("s$", ""));
    }
  }

  /** Loads real gazetteer files, whatever else is loaded. */
  public void loadGazetteer(List<Path> files) {
    for (var file : files) {
      voice.accept("loading the gazetteer " + file);
      try {
        gazetteer(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new LoadingFailed("cannot read %s: %s".formatted(file, e), e);
      }
    }
  }

  private void registerOrganisations() {
    voice.accept("registering %d sample organisations".formatted(organisations.size()));
    for (var organisation : organisations) {
      var id = organisation.path("id").asText();
      ObjectNode body =
          Api.JSON
              .createObjectNode()
              .put("shortName", id)
              .put("type", organisation.path("kind").asText());
      body.set("name", organisation.path("name"));
      api.post(passport.operator(), "/actors/v1/organisations", key("organisations", id), body);
    }
  }

  private void gazetteer(String name, String rows) {
    var report =
        api.post(
            passport.operator(),
            "/cases/v1/gazetteer/imports",
            key("gazetteer", name.replaceAll("[^\\x21-\\x7e]", "-")),
            "text/csv",
            rows);
    voice.accept(
        "%s: %d created, %d updated, %d unchanged, %d rejected"
            .formatted(
                name,
                report.path("created").asInt(),
                report.path("updated").asInt(),
                report.path("unchanged").asInt(),
                report.path("rejected").asInt()));
  }

  private void recordActors() {
    voice.accept("recording %d sample actors and their relations".formatted(actors.size()));
    for (var actor : actors) {
      var name = actor.path("key").asText();
      var body = only(actor, OF_ACTORS);
      if (actor.has("socialRole")) {
        body.putArray("roles").addObject().set("role", actor.get("socialRole"));
      }
      references.know(
          "actor:" + name,
          api.post(
              User.of(actor.path("recordedBy")), "/actors/v1/actors", key("actors", name), body));
    }
    actors.forEach(this::recordRelations);
  }

  private void recordRelations(JsonNode actor) {
    var name = actor.path("key").asText();
    var number = 0;
    for (var relation : actor.path("relations")) {
      var body = only(relation, OF_RELATIONS);
      body.put("from", references.id("actor:" + name));
      body.put("to", references.id("actor:" + relation.path("to").asText()));
      if (relation.has("from")) {
        body.set("since", relation.get("from"));
      }
      body.set("marking", actor.path("marking"));
      api.post(
          User.of(actor.path("recordedBy")),
          "/actors/v1/relations",
          key("relations", name + "-" + number++),
          body);
    }
  }

  private void postReports() {
    // Names are recognised in a report only once they have reached the service that reads it, and
    // case-service takes only actors that it has heard of.
    api.awaitNews(passport.operator(), "/ingest/v1/documents?limit=1", "/actors/v1/actors");
    api.awaitNews(passport.operator(), "/cases/v1/crises?limit=1", "/actors/v1/actors");
    var reports = SampleFiles.reports();
    voice.accept("posting %d sample reports".formatted(reports.size()));
    for (var report : reports) {
      var path = "/ingest/v1/documents" + report.query();
      var document = api.post(report.postedBy(), path, key("reports", report.key()), report.body());
      var id = document.path("id").asText();
      var reading = api.get(report.postedBy(), "/ingest/v1/documents/%s/reading".formatted(id));
      references.knowText(report.key(), id, reading.path("text").asText());
    }
  }

  private void record(String collection, String kind) {
    var records = SampleFiles.yaml("accepted.yaml").path(collection);
    voice.accept("recording %d sample %s".formatted(records.size(), collection));
    for (var record : records) {
      var name = record.path("key").asText();
      var body = references.resolve(record.path("body"));
      references.know(
          kind + ":" + name,
          api.post(
              User.of(record.path("recordedBy")),
              "/cases/v1/" + collection,
              key(collection, name),
              body));
    }
  }

  private static ObjectNode only(JsonNode source, List<String> members) {
    var body = Api.JSON.createObjectNode();
    members.stream().filter(source::has).forEach(name -> body.set(name, source.get(name)));
    return body;
  }

  private static String key(String file, String name) {
    return "sample/%s/%s".formatted(file, name);
  }
}
