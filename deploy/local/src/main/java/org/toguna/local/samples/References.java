package org.toguna.local.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what the sample files say by name into what the API takes: ids for keys, passages for
 * quotes, a date for "three days ago".
 */
final class References {

  private final LocalDate today;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, Text> texts = new HashMap<>();

  private record Text(String document, String content) {}

  References(LocalDate today) {
    this.today = today;
  }

  /**
   * @param name such as {@code actor:katiba-wadi}
   */
  void know(String name, JsonNode record) {
    ids.put(name, record.path("id").asText());
  }

  String id(String name) {
    return Optional.ofNullable(ids.get(name))
        .orElseThrow(() -> new LoadingFailed("the sample files do not define " + name));
  }

  void knowText(String report, String document, String content) {
    texts.put(report, new Text(document, content));
  }

  JsonNode resolve(JsonNode node) {
    if (node.isTextual()
        && node.asText().matches("(actor|crisis|case|agreement|term):[a-z0-9-]+")) {
      return Api.JSON.getNodeFactory().textNode(id(node.asText()));
    }
    if (node.isArray()) {
      var array = Api.JSON.createArrayNode();
      node.forEach(element -> array.add(resolve(element)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    if (node.has("daysBeforeLoading")) {
      var day = today.minusDays(node.get("daysBeforeLoading").asInt());
      return Api.JSON.createObjectNode().put("edtf", day.toString());
    }
    var object = Api.JSON.createObjectNode();
    node.properties().forEach(entry -> object.set(entry.getKey(), resolve(entry.getValue())));
    return object.has("report") ? cited(object) : object;
  }

  private ObjectNode cited(ObjectNode citation) {
    var report = citation.remove("report").asText();
    var text = texts.get(report);
    if (text == null) {
      throw new LoadingFailed(
          "a citation names the report %s, which is not there".formatted(report));
    }
    var quote = citation.path("quote").asText();
    var start = text.content().indexOf(quote);
    if (start < 0) {
      throw new LoadingFailed("%s does not say \"%s\"".formatted(report, quote));
    }
    return citation
        .put("document", text.document())
        .put("start", start)
        .put("end", start + quote.length())
        .put("textHash", hash(text.content()));
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
