package org.toguna.kit.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes the answer to a failed request: status, headers and body, the same at every layer. */
@Singleton
class ProblemAnswers {

  private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

  private final ObjectMapper json;

  ProblemAnswers(ObjectMapper json) {
    this.json = json;
  }

  record Answer(int status, Map<String, String> headers, String body) {}

  Answer to(Throwable thrown, @Nullable String path, @Nullable String acceptLanguage) {
    var refusal = Diagnosis.of(thrown);
    if (refusal.type() == ProblemType.INTERNAL) {
      LOG.error("A request failed for a reason nobody foresaw", thrown);
    } else if (refusal.type().status() >= 500 && !(thrown instanceof Refusal)) {
      LOG.warnf("%s: %s", refusal.type().slug(), thrown.getClass().getName());
    }
    return to(refusal, path, acceptLanguage);
  }

  Answer to(Refusal refusal, @Nullable String path, @Nullable String acceptLanguage) {
    var language = Languages.preferred(acceptLanguage);
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", Problem.MEDIA_TYPE);
    headers.put("Content-Language", language.getLanguage());
    headers.put("Cache-Control", "private, no-store");
    refusal.type().retryAfter().ifPresent(d -> headers.put("Retry-After", "" + d.toSeconds()));
    if (refusal.type() == ProblemType.NOT_SIGNED_IN) {
      headers.put("WWW-Authenticate", "Bearer realm=\"toguna\"");
    }
    try {
      var body = json.writeValueAsString(Problem.of(refusal, path, language));
      return new Answer(refusal.type().status(), headers, body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
