package org.toguna.cases.dialogue;

import com.fasterxml.jackson.databind.JsonNode;

/** What was observed of a case or a term one after another, as a view tells it. */
public final class Course {
  private Course() {}

  /**
   * Where the observation stands that came last; of those without dates, the one recorded last.
   * Zero where there is none.
   */
  public static int latest(JsonNode observations) {
    int latest = 0;
    String when = "";
    for (int i = 0; i < observations.size(); i++) {
      String from = observations.path(i).path("when").path("from").asText("");
      if (from.isEmpty() || from.compareTo(when) >= 0) {
        latest = i;
        when = from.isEmpty() ? when : from;
      }
    }
    return latest;
  }
}
