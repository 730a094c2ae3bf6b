package org.toguna.stories;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * All that an answer tells, without what differs between any two answers: ids, times, sealed
 * cursors, and the number of requests left. Two traces that are equal cannot be told apart.
 */
record Trace(int status, Map<String, String> headers, String body, Client.Answer answer) {
  private static final Set<String> ALWAYS_NEW =
      Set.of(
          "date",
          "x-request-id",
          "ratelimit",
          "etag",
          "location",
          "link",
          "toguna-position",
          "content-length");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]*Z");
  private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");
  private static final Pattern SEALED = Pattern.compile("\"next\":\"[^\"]+\"");

  static Trace of(Client.Answer answer) {
    var headers = new TreeMap<>(answer.headers());
    headers.replaceAll((name, value) -> ALWAYS_NEW.contains(name) ? "NEW" : value);
    var body = ID.matcher(answer.body()).replaceAll("ID");
    body = TIME.matcher(body).replaceAll("TIME");
    body = HASH.matcher(body).replaceAll("HASH");
    body = SEALED.matcher(body).replaceAll("\"next\":\"SEALED\"");
    return new Trace(answer.status(), headers, body, answer);
  }

  /** Headers and body, except the id that was asked for: an answer may repeat the question. */
  String without(String id) {
    var all = answer.headers() + answer.body();
    return id.isEmpty() ? all : all.replace(id, "");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Trace trace
        && status == trace.status
        && headers.equals(trace.headers)
        && body.equals(trace.body);
  }

  @Override
  public int hashCode() {
    return body.hashCode();
  }

  @Override
  public String toString() {
    return status + " " + headers + "\n" + body;
  }
}
