package org.toguna.ingest.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Basis;
import org.toguna.kit.values.UncertainDate;

/** A report posted as JSON: its text or its page, and what the sender knows of it. */
record JsonReport(@Nullable String text, @Nullable String html, Metadata metadata) {

  private static final String PUBLISHED = "publishedAt";
  private static final List<String> OF_A_DATE =
      List.of("edtf", "from", "to", "asStated", "basis", "because");

  static final List<String> MEMBERS =
      List.of(
          "title",
          "text",
          "html",
          "publisher",
          PUBLISHED,
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
    } catch (JsonProcessingException broken) {
      throw new Unreadable(Fault.MALFORMED_JSON, where(broken));
    } catch (IOException broken) {
      throw new Unreadable(Fault.MALFORMED_JSON, "The JSON is cut short or broken.");
    }
    return new JsonReport(said.get("text"), said.get("html"), metadata(said));
  }

  /** The member that was being read, and where in the bytes. */
  private static String where(JsonProcessingException broken) {
    var member =
        broken.getProcessor() instanceof JsonParser json
            ? json.getParsingContext().pathAsPointer().toString()
            : "";
    var at = broken.getLocation();
    var place =
        at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    return (member.isEmpty() ? "The" : member + ": the")
        + " JSON is cut short or broken"
        + place
        + ".";
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
    } else if (value == JsonToken.START_OBJECT && name.equals(PUBLISHED)) {
      date(json, said);
    } else if (value != JsonToken.VALUE_NULL) {
      throw new Unreadable(Fault.MALFORMED_JSON, "/" + name + " is not a string.");
    }
  }

  /** A date that is more than its words: its bounds, and what they rest on. */
  private static void date(JsonParser json, Map<String, String> said)
      throws IOException, Unreadable {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      var name = json.currentName();
      var pointer = "/" + PUBLISHED + "/" + name;
      if (!OF_A_DATE.contains(name)) {
        throw new Unreadable(Fault.UNKNOWN_MEMBER, pointer);
      }
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        said.put(pointer, json.getText());
      } else if (json.currentToken() != JsonToken.VALUE_NULL) {
        throw new Unreadable(Fault.MALFORMED_JSON, pointer + " is not a string.");
      }
    }
  }

  private static @Nullable UncertainDate published(Map<String, String> said) throws Unreadable {
    var of = "/" + PUBLISHED + "/";
    if (said.keySet().stream().noneMatch(name -> name.startsWith(of))) {
      return Metadata.published(said.get(PUBLISHED));
    }
    return new UncertainDate(
        said.get(of + "edtf"),
        said.get(of + "from"),
        said.get(of + "to"),
        said.get(of + "asStated"),
        basis(said.get(of + "basis")),
        null,
        said.get(of + "because"));
  }

  private static @Nullable Basis basis(@Nullable String name) throws Unreadable {
    if (name == null) {
      return null;
    }
    for (Basis basis : Basis.values()) {
      if (basis.name().equals(name)) {
        return basis;
      }
    }
    throw new Unreadable(
        Fault.MALFORMED_JSON, "/" + PUBLISHED + "/basis: a date is stated, derived or inferred.");
  }

  private static Metadata metadata(Map<String, String> said) throws Unreadable {
    return new Metadata(
        said.get("title"),
        said.get("publisher"),
        published(said),
        said.get("url"),
        said.get("language"),
        said.get("author"),
        said.get("reliability"));
  }
}
