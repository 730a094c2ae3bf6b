package org.toguna.local.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One sample report: who posts it, what is known of it, and its text or page.
 *
 * @param key the file's name without its ending, by which citations refer to it
 */
record Report(String key, JsonNode metadata, String form, String content) {

  /** What the API takes beside the text; the rest is for those who read the sample files. */
  private static final List<String> SENT =
      List.of("title", "publisher", "publishedAt", "url", "language", "author", "reliability");

  static Report of(String file, String text) {
    var key = file.substring(0, file.lastIndexOf('.'));
    return switch (file.substring(file.lastIndexOf('.') + 1)) {
      case "md" -> {
        var parts = text.split("(?m)^---\\s*$", 3);
        yield new Report(key, SampleFiles.parse(parts[1]), "text", parts[2].strip());
      }
      case "html" -> {
        var comment = text.substring(text.indexOf("<!--") + 4, text.indexOf("-->"));
        var page = text.substring(text.indexOf("-->") + 3).strip();
        yield new Report(key, SampleFiles.parse(comment.replace("---", "")), "html", page);
      }
      case "json" -> {
        var whole = json(text);
        yield new Report(key, whole.path("metadata"), "text", whole.path("text").asText());
      }
      default -> throw new LoadingFailed("a report is .md, .html or .json, not " + file);
    };
  }

  User postedBy() {
    return User.of(metadata.path("postedBy"));
  }

  ObjectNode body() {
    var body = Api.JSON.createObjectNode().put(form, content);
    for (var member : SENT) {
      if (metadata.hasNonNull(member)) {
        body.put(member, metadata.get(member).asText());
      }
    }
    return body;
  }

  /** How far it may travel, as the query of the request. */
  String query() {
    var marking = metadata.path("marking");
    var parameters = new ArrayList<String>();
    add(parameters, "marking", marking.path("tlp"));
    marking.path("sharedWith").forEach(name -> add(parameters, "sharedWith", name));
    marking.path("namedPersons").forEach(name -> add(parameters, "namedPerson", name));
    add(parameters, "finestPlace", marking.path("finestPlace"));
    add(parameters, "finestDate", marking.path("finestDate"));
    return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
  }

  private static void add(List<String> parameters, String name, JsonNode value) {
    if (value.isTextual()) {
      parameters.add(name + "=" + URLEncoder.encode(value.asText(), StandardCharsets.UTF_8));
    }
  }

  private static JsonNode json(String text) {
    try {
      return Api.JSON.readTree(text);
    } catch (IOException e) {
      throw new LoadingFailed("not JSON: " + e.getMessage(), e);
    }
  }
}
