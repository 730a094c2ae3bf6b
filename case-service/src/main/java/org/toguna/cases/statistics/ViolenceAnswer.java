package org.toguna.cases.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Incidents in the places that something covers, before and after it. That there are fewer
 * afterwards does not say why.
 *
 * @param cutFrom the first day on which it can have begun
 * @param cutTo the last one
 * @param months in each of the two windows
 * @param places how many places are looked at, with all that lies in them
 * @param placesNotFound how many are named in words only, and could not be looked at
 * @param afterIsOver whether the window after it has passed: until then it is shorter than the
 *     other
 * @param spanning those that can have been on either side of the cut, or on it; counted for neither
 * @param onTheEdge those that can lie outside of the windows; counted for neither as well
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "ViolenceBeforeAndAfter",
    description = "Incidents that you may list, in the places covered, before and after.")
record ViolenceAnswer(
    LocalDate cutFrom,
    LocalDate cutTo,
    @Schema(minimum = "1", maximum = "60") int months,
    @Schema(minimum = "0", maximum = "2001") int places,
    @Schema(minimum = "0", maximum = "2001") int placesNotFound,
    boolean afterIsOver,
    Side before,
    Side after,
    @Schema(minimum = "0", maximum = "9007199254740991") int spanning,
    @Schema(minimum = "0", maximum = "9007199254740991") int onTheEdge) {

  /**
   * One window.
   *
   * @param months the month next to the cut first
   * @param monthUnknown those of the window that can lie in several of its months
   */
  @Schema(name = "ViolenceWindow", description = "One of two windows of the same length.")
  record Side(
      @Schema(minimum = "0", maximum = "9007199254740991") int incidents,
      @Schema(description = "The month next to the cut first", maxItems = 60) List<Month> months,
      @Schema(minimum = "0", maximum = "9007199254740991") int monthUnknown) {}

  /** A month that is counted from the cut, and need not begin with a calendar's. */
  @Schema(name = "ViolenceMonth", description = "A month counted from the cut.")
  record Month(
      LocalDate from,
      LocalDate to,
      @Schema(minimum = "0", maximum = "9007199254740991") int incidents) {}
}
