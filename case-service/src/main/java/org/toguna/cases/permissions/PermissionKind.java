package org.toguna.cases.permissions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.contacts.ContactKind;
import org.toguna.cases.dialogue.PartOfCaseKind;
import org.toguna.cases.inspection.Inspection;
import org.toguna.cases.inspection.Inspections;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.FilterCodes;

/**
 * What makes a permission valid. Others learn what was answered, and whether it was asked before
 * contact, once it cannot be used any more.
 */
@Singleton
public class PermissionKind extends PartOfCaseKind<Permission> {
  public static final String NAME = "permission";
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Blur BLUR = Blur.of(Permission.class).open("/case", "/status", "/order");

  PermissionKind(Inspections inspections) {
    super(NAME, Permission.class, BLUR, inspections);
  }

  @Override
  protected void inspect(Permission permission, Inspection inspection) {
    inspection.record("contact", ContactKind.NAME, permission.contact());
  }

  /** Under one that may hold still somebody may be on the way: it is its owner's alone. */
  @Override
  public Audience audience(Permission permission, Marking marking, Audience allowed) {
    return permission.mayHoldStill(LocalDate.now(CLOCK))
        ? allowed.ownerAlone(marking.owner())
        : allowed;
  }

  /** Not even that one was given: an event of a permission names its case and nothing else. */
  @Override
  public ObjectNode codes(ObjectNode view) {
    return EventData.of(view, "/case");
  }

  @Override
  protected Stream<@Nullable UUID> alsoHangsOn(Permission permission) {
    return Stream.of(permission.contact());
  }

  @Override
  protected FacetReader facets(FacetReader reader) {
    return reader
        .dates("/asked", "/until")
        .links("/contact")
        .compared("status", "/status")
        .compared("order", "/order")
        .compared("grantor", "/grantor/actor")
        .compared("asked_from", "/asked/from")
        .compared("asked_to", "/asked/to");
  }

  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofStatus("permission_status");
  }
}
