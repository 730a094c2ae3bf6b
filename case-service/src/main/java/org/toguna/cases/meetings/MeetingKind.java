package org.toguna.cases.meetings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.dialogue.PartOfCaseKind;
import org.toguna.cases.inspection.Inspection;
import org.toguna.cases.inspection.Inspections;
import org.toguna.cases.inspection.Rivals;
import org.toguna.kit.law.Law;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.values.PlaceReference;

/** What makes a meeting valid, and whose it is before it was held. */
@Singleton
public class MeetingKind extends PartOfCaseKind<Meeting> {
  public static final String NAME = "meeting";
  private static final Blur BLUR =
      Blur.of(Meeting.class)
          .open("/case", "/status", "/placeKind")
          .openPlaces("/place")
          .openDates("/when")
          .neverFinerThan(meeting -> PlaceLevel.adm3);

  private final Clock clock = Clock.systemUTC();

  MeetingKind(Inspections inspections) {
    super(NAME, Meeting.class, BLUR, inspections);
  }

  @Override
  protected void inspect(Meeting meeting, Inspection inspection) {
    inspection
        .unless(
            !meeting.heldAhead(today()),
            "when",
            "held-in-the-future",
            "What was held was held in the past: say planned, or check the date.")
        .unless(
            meeting.place() == null
                || meeting.place().lat() == null && meeting.place().lon() == null,
            "place",
            "no-coordinates",
            "Coordinates of meetings are not kept: leave lat and lon out.");
  }

  /** Coordinates that the gazetteer would add are left out; those that came are refused. */
  @Override
  public Meeting complete(Meeting meeting, Reader author) {
    return Law.replacing(
        meeting,
        PlaceReference.class,
        place ->
            place.lat() == null && place.lon() == null
                ? inspections().found(place).withoutCoordinates()
                : place);
  }

  /** One that may lie ahead is its owner's alone; so is the village where one was held. */
  @Override
  public Audience audience(Meeting meeting, Marking marking, Audience allowed) {
    if (meeting.mayLieAhead(today())) {
      return allowed.ownerAlone(marking.owner());
    }
    return tellsVillage(meeting.place()) || Rivals.areOf(meeting.readings(), "place")
        ? allowed.fullForOwnerAlone(marking.owner())
        : allowed;
  }

  /** As an entry of the gazetteer, by what it lies near, or in words that may be a name. */
  private static boolean tellsVillage(@Nullable PlaceReference place) {
    return place != null
        && (place.near() != null
            || (place.asStated() != null && !NamelessWords.areAll(place.asStated(), place.name()))
            || (place.level() != null && place.level().finerThan(PlaceLevel.adm3)));
  }

  /** Not even that one is planned: an event of a meeting names its case and nothing else. */
  @Override
  public ObjectNode codes(ObjectNode view) {
    return EventData.of(view, "/case", "/suggestion");
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofStatus("meeting_status");
  }
}
