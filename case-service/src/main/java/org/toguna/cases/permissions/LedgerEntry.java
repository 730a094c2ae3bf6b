package org.toguna.cases.permissions;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.ValueState;

/**
 * Who gave leave in one case, as far as the reader may know. Where nothing is recorded there is no
 * list, and the state says unknown: it does not mean that nobody was asked.
 */
@Schema(
    name = "PermissionLedgerEntry",
    description = "Who gave leave in one case; unknown where nothing is recorded.")
record LedgerEntry(
    @JsonProperty("case") @Schema(name = "case") UUID dialogue,
    @Schema(maxLength = 40) String type,
    @Schema(maxLength = 200) @Nullable String title,
    @Schema(implementation = PlaceReference.class) @Nullable JsonNode place,
    @Schema(description = "Absent where nothing is recorded", maxItems = 1000)
        @Nullable List<Leave> permissions,
    Map<String, ValueState> states) {

  /**
   * One permission.
   *
   * @param expired whether its last day is over; absent if that is not known
   */
  @Schema(name = "PermissionLedgerLeave", description = "One permission.")
  record Leave(
      UUID permission,
      @Schema(description = "Code of the list permission_status", maxLength = 40) String status,
      @Nullable Somebody grantor,
      @Nullable Somebody grantee,
      @Schema(maxLength = 1000) @Nullable String scope,
      @Schema(description = "Code of the list permission_order", maxLength = 40)
          @Nullable String order,
      @Schema(implementation = UncertainDate.class) @Nullable JsonNode asked,
      @Schema(implementation = UncertainDate.class) @Nullable JsonNode answered,
      @Schema(implementation = UncertainDate.class) @Nullable JsonNode until,
      @Nullable Boolean expired,
      @Schema(description = "Passages that it rests on", minimum = "0", maximum = "100000")
          @Nullable Integer citations,
      @Schema(enumeration = {"full", "blurred"}) String view) {}

  /** Somebody in it; the name only where the reader may know it here. */
  @Schema(name = "PermissionLedgerParty", description = "Somebody in it.")
  record Somebody(
      @Nullable UUID actor,
      @Schema(maxLength = 300) @Nullable String name,
      @Schema(
              description =
                  "Whether the name is told, withheld from you, or could not be asked just now",
              enumeration = {"told", "withheld", "unavailable"})
          @Nullable String nameState,
      @Schema(maxLength = 300) @Nullable String asStated) {}
}
