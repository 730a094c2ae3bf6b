package org.toguna.ingest.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report posted as JSON: its text or its page, and what the sender knows of it. */
record JsonReport(@Nullable String text, @Nullable String html, Metadata metadata) {

  static final List<String> MEMBERS =
      List.of(
          "title",
          "text",
          "html",
          "publisher",
          "publishedAt",
          "url",
          "language",
          "author",
          "reliability");

  private static JsonFactory factory(Limits limits) {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(8)
                .maxStringLength(limits.decoded())
                .build())
        .build();
  }

  static JsonReport of(byte[] bytes, Limits limits) throws Unreadable {
    var said = new HashMap<String, String>();
    try (JsonParser json = factory(limits).createParser(bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new Unreadable(Fault.MALFORMED_JSON, "A report in JSON is one object.");
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        member(json, said);
      }
      if (json.nextToken() != null) {
        throw new Unreadable(Fault.MALFORMED_JSON, "Something follows the object.");
      }
    } catch (StreamConstraintsException beyond) {
      throw new Unreadable(Fault.TOO_LARGE, "A member of the JSON is too long or too deep.");
    } catch (IOException broken) {
      throw new Unreadable(Fault.MALFORMED_JSON, "The JSON is cut short or broken.");
    }
    return new JsonReport(said.get("text"), said.get("html"), metadata(said));
  }

  private static void member(JsonParser json, Map<String, String> said)
      throws IOException, Unreadable {
    var name = json.currentName();
    if (!MEMBERS.contains(name)) {
      throw new Unreadable(Fault.UNKNOWN_MEMBER, "/" + name);
    }
    var value = json.nextToken();
    if (value == JsonToken.VALUE_STRING) {
      said.put(name, json.getText());
    } else if (value != JsonToken.VALUE_NULL) {
      throw new Unreadable(Fault.MALFORMED_JSON, "/" + name + " is not a string.");
    }
  }

  private static Metadata metadata(Map<String, String> said) {
    return new Metadata(
        said.get("title"),
        said.get("publisher"),
        said.get("publishedAt"),
        said.get("url"),
        said.get("language"),
        said.get("author"),
        said.get("reliability"));
  }
}
