package org.toguna.kit.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.View;
import org.toguna.kit.problems.JsonRefusals;
import org.toguna.kit.values.Flaw;

/** The JSON of records: a state inside its envelope, and what changed between two of them. */
@ApplicationScoped
public class RecordJson {
  private static final List<String> ENVELOPE =
      List.of("id", "kind", "view", "version", "recordedAt", "updatedAt", "warnings");
  private final ObjectMapper mapper;

  RecordJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** The full view: the state with its envelope, the marking always spelt out. */
  ObjectNode full(
      Object state,
      Marking marking,
      RecordRow row,
      Instant at,
      String coder,
      @Nullable ObjectNode before) {
    ObjectNode json = envelope(row, View.FULL, row.version());
    json.put("recordedAt", row.recordedAt().truncatedTo(ChronoUnit.MILLIS).toString());
    json.put("updatedAt", at.truncatedTo(ChronoUnit.MILLIS).toString());
    ObjectNode fields = mapper.valueToTree(state);
    json.set("marking", mapper.valueToTree(marking));
    fields.remove("marking");
    json.setAll(fields);
    signCitations(json, coder, before);
    return json;
  }

  /** Who read a passage that way is whoever added its citation, whatever the request says. */
  private static void signCitations(ObjectNode json, String coder, @Nullable ObjectNode before) {
    JsonNode earlier = before == null ? null : before.get("citations");
    for (JsonNode citation : json.path("citations")) {
      boolean kept = false;
      for (int i = 0; earlier != null && i < earlier.size(); i++) {
        kept |= earlier.get(i).equals(citation);
      }
      if (!kept) {
        ((ObjectNode) citation).put("coder", coder);
      }
    }
  }

  /** Tells what is odd about it to those who get it in full. */
  void warn(ObjectNode full, List<Flaw> warnings) {
    if (!warnings.isEmpty()) {
      full.set("warnings", mapper.valueToTree(warnings));
    }
  }

  /** The blurred view: its day of change only, and of the marking only level and owner. */
  ObjectNode blurred(ObjectNode cut, Marking marking, RecordRow row, int version, Instant at) {
    ObjectNode json = envelope(row, View.BLURRED, version);
    json.put("updatedAt", at.truncatedTo(ChronoUnit.DAYS).toString());
    json.putObject("marking").put("tlp", marking.tlp().label()).put("owner", marking.owner());
    ObjectNode fields = cut.deepCopy();
    fields.remove(ENVELOPE);
    fields.remove("marking");
    json.setAll(fields);
    return json;
  }

  private ObjectNode envelope(RecordRow row, View view, int version) {
    return mapper
        .createObjectNode()
        .put("id", row.id().toString())
        .put("kind", row.kind())
        .put("view", view.name().toLowerCase(java.util.Locale.ROOT))
        .put("version", version);
  }

  /** The state alone, as it was posted or would be. */
  public ObjectNode state(ObjectNode view) {
    ObjectNode state = view.deepCopy();
    state.remove(ENVELOPE);
    return state;
  }

  public <S> S read(ObjectNode state, Class<S> type) throws JsonProcessingException {
    return mapper.treeToValue(state, type);
  }

  /**
   * A state that somebody sent.
   *
   * @throws org.toguna.kit.problems.Refusal if it is none of that type
   */
  <S> S posted(ObjectNode state, Class<S> type) {
    try {
      return read(state, type);
    } catch (JsonProcessingException e) {
      throw JsonRefusals.of(e);
    }
  }

  /** A state that was kept, and so can be read. */
  <S> S kept(ObjectNode state, Class<S> type) {
    try {
      return read(state, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept state cannot be read.", e);
    }
  }

  public ObjectNode parse(byte[] json) {
    try {
      return (ObjectNode) mapper.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ObjectNode object() {
    return mapper.createObjectNode();
  }

  public JsonNode tree(Object value) {
    return mapper.valueToTree(value);
  }

  public byte[] bytes(JsonNode json) {
    try {
      return mapper.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(JsonNode json) {
    return new String(bytes(json), StandardCharsets.UTF_8);
  }

  /** Top-level members that differ, as JSON Pointers in their order. */
  static List<String> changed(@Nullable ObjectNode before, ObjectNode after) {
    var changed = new ArrayList<String>();
    after
        .properties()
        .forEach(
            member -> {
              if (before == null || !member.getValue().equals(before.get(member.getKey()))) {
                changed.add("/" + member.getKey());
              }
            });
    if (before != null) {
      before
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!after.has(name)) {
                  changed.add("/" + name);
                }
              });
    }
    changed.removeAll(ENVELOPE.stream().map(name -> "/" + name).toList());
    return changed;
  }

  /** A strong validator of one view of one version; it tells nothing of either. */
  static String etag(UUID id, View view, int version) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((id + "/" + view + "/" + version).getBytes(StandardCharsets.UTF_8));
      return '"' + HexFormat.of().formatHex(digest, 0, 10) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
