package org.toguna.stories;

import static org.toguna.stories.RunningStack.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a record is made of, filled from the facts at one place. In it
 *
 * <ul>
 *   <li>{@code $a/b} is what stands below that place, {@code $/a/b} what stands in the facts;
 *   <li>{@code @name} is the id of the record of that name;
 *   <li>{@code {1}} is what the first star of the place stands for;
 *   <li>{@code {in: $a, x: y, else: z}} is y where the facts say x;
 *   <li>{@code {for: $a, make: …}} is one of those for each element, or each element itself;
 *   <li>{@code {first: […]}} is the first of those that is there, {@code {join: […]}} all of them
 *       in one text, {@code {of: $a, before: x}} what stands before the first x;
 *   <li>{@code {need: $a, …}} is left out where the facts say nothing there;
 *   <li>{@code {id: $a}} is the id of the record that the facts name there;
 *   <li>{@code {actor: $a}}, {@code {place: $a}} and {@code {date: $a}} are somebody, some place
 *       and some time, as {@link GoldenValues} understands the facts.
 * </ul>
 *
 * An object of which nothing was found in the facts is left out, unless it asks for nothing there.
 */
record GoldenTemplate(
    GoldenSource source,
    GoldenValues values,
    Map<String, String> ids,
    String record,
    String other) {

  private static final JsonNode NOTHING = MissingNode.getInstance();

  JsonNode fill(JsonNode template, String place, List<String> stars) {
    if (template.isTextual()) {
      return text(starred(template.asText(), stars), place);
    }
    if (template.isArray()) {
      var filled = JSON.createArrayNode();
      template.forEach(one -> add(filled, one, place, stars));
      return filled.isEmpty() && !template.isEmpty() ? NOTHING : filled;
    }
    return template.isObject() ? object((ObjectNode) template, place, stars) : template;
  }

  private void add(ArrayNode filled, JsonNode one, String place, List<String> stars) {
    if (one.has("for")) {
      var path = path(starred(one.path("for").asText(), stars), place, other);
      var size = source.at(path).size();
      for (var i = 0; i < size; i++) {
        var made =
            fill(
                one.path("make").isMissingNode() ? TextNode.valueOf("$") : one.path("make"),
                GoldenSource.below(path, "" + i),
                stars);
        if (!made.isMissingNode()) {
          filled.add(made);
        }
      }
      return;
    }
    var made = fill(one, place, stars);
    if (!made.isMissingNode()) {
      filled.add(made);
    }
  }

  private JsonNode object(ObjectNode template, String place, List<String> stars) {
    if (template.has("in")) {
      var said = fill(template.path("in"), place, stars).asText();
      var code = template.has(said) ? template.path(said) : template.path("else");
      return code.isNull() || code.isMissingNode() ? NOTHING : fill(code, place, stars);
    }
    if (template.has("first")) {
      return template
          .path("first")
          .valueStream()
          .map(one -> fill(one, place, stars))
          .filter(made -> !made.isMissingNode())
          .findFirst()
          .orElse(NOTHING);
    }
    if (template.has("join")) {
      var parts = new ArrayList<String>();
      fill(template.path("join"), place, stars).forEach(part -> parts.add(part.asText()));
      return parts.isEmpty() ? NOTHING : TextNode.valueOf(String.join("; ", parts));
    }
    if (template.has("id") && template.size() == 1) {
      return text("@" + fill(template.path("id"), place, stars).asText(), place);
    }
    if (template.has("before")) {
      var whole = fill(template.path("of"), place, stars).asText();
      return TextNode.valueOf(whole.split(template.path("before").asText(), 2)[0]);
    }
    if (template.has("years")) {
      return values.years(fill(template.path("years"), place, stars).asText());
    }
    if (template.has("need") && fill(template.path("need"), place, stars).isMissingNode()) {
      return NOTHING;
    }
    if (template.has("actor") && !template.path("actor").has("actor")) {
      return withMore(
          values.actor(fill(template.path("actor"), place, stars)),
          template,
          place,
          stars,
          "actor");
    }
    if (template.has("place") && template.size() == 1) {
      return values.place(fill(template.path("place"), place, stars));
    }
    if (template.has("date")) {
      return withMore(
          values.date(fill(template.path("date"), place, stars)), template, place, stars, "date");
    }
    var filled = JSON.createObjectNode();
    var asked = 0;
    var found = 0;
    for (var member : template.properties()) {
      var made = fill(member.getValue(), place, stars);
      var asks = asks(member.getValue());
      asked += asks ? 1 : 0;
      found += asks && !made.isMissingNode() ? 1 : 0;
      if (!made.isMissingNode() && !member.getKey().equals("need")) {
        filled.set(starred(member.getKey(), stars), made);
      }
    }
    return asked > 0 && found == 0 ? NOTHING : filled;
  }

  private JsonNode withMore(
      JsonNode made, ObjectNode template, String place, List<String> stars, String taken) {
    if (made.isMissingNode() || template.size() == 1) {
      return made;
    }
    var filled = (ObjectNode) made;
    for (var member : template.properties()) {
      var more = fill(member.getValue(), place, stars);
      if (!member.getKey().equals(taken) && !more.isMissingNode()) {
        filled.set(member.getKey(), more);
      }
    }
    return filled;
  }

  private static boolean asks(JsonNode template) {
    return template.isTextual() && template.asText().startsWith("$")
        || template.isContainerNode() && template.valueStream().anyMatch(GoldenTemplate::asks);
  }

  private JsonNode text(String text, String place) {
    if (text.startsWith("@")) {
      var name = text.substring(1);
      var id = ids.getOrDefault(name, ids.get(name.split("[ (]", 2)[0]));
      // The registry refuses what names nothing, and so it is told of.
      return TextNode.valueOf(id == null ? "not recorded: " + name : id);
    }
    return text.startsWith("$")
        ? source.take(path(text, place, other), record)
        : TextNode.valueOf(text);
  }

  /** Where that is; nowhere if it is below another fact and there is none. */
  static String path(String reference, String place, String other) {
    if (reference.startsWith("$~")) {
      return other.isEmpty() ? "-" : GoldenSource.below(other, reference.substring(2));
    }
    if (reference.startsWith("$/")) {
      return reference.substring(2);
    }
    return reference.equals("$") ? place : GoldenSource.below(place, reference.substring(1));
  }

  static String starred(String text, List<String> stars) {
    var filled = text;
    for (var i = 0; i < stars.size(); i++) {
      filled = filled.replace("{" + (i + 1) + "}", stars.get(i));
    }
    return filled;
  }
}
