package org.toguna.cases.contacts;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.dialogue.PartOfCaseKind;
import org.toguna.cases.inspection.Inspection;
import org.toguna.cases.inspection.Inspections;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.values.UncertainDate;

/**
 * What makes a contact valid. Others learn that there was one; never the hops, nor what opened the
 * way.
 */
@Singleton
public class ContactKind extends PartOfCaseKind<Contact> {
  public static final String NAME = "contact";
  private static final Blur BLUR =
      Blur.of(Contact.class).open("/case", "/status").openDates("/when");

  ContactKind(Inspections inspections) {
    super(NAME, Contact.class, BLUR, inspections);
  }

  @Override
  protected Stream<@Nullable UncertainDate> planned(Contact contact) {
    return Stream.of(contact.when());
  }

  @Override
  protected void inspect(Contact contact, Inspection inspection) {
    inspection
        .mustCode("status", "contact_status", contact.status())
        .actor("from", contact.from())
        .actor("to", contact.to())
        .each(
            "hops",
            contact.hops(),
            30,
            (one, hop) ->
                one.mustSay("who", hop.who(), "Say who it was, or that this is unknown.")
                    .actor("who", hop.who())
                    .text("tie", hop.tie(), 500))
        .codes("channels", "contact_channel", contact.channels())
        .each(
            "levers",
            contact.levers(),
            20,
            (one, lever) ->
                one.mustCode("type", "contact_lever", lever.type())
                    .date("when", lever.when())
                    .text("asStated", lever.asStated(), 1000))
        .text("trustBasis", contact.trustBasis(), 1000)
        .text("said", contact.said(), 2000)
        .date("when", contact.when())
        .text("asStated", contact.asStated(), 1000);
  }

  @Override
  protected FacetReader facets(FacetReader reader) {
    return super.facets(reader)
        .comparedEach("lever", "/levers", "/type")
        .comparedEach("channel", "/channels", "");
  }

  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofStatus("contact_status");
  }
}
