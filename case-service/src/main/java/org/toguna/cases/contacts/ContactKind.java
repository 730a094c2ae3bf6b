package org.toguna.cases.contacts;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.dialogue.PartOfCaseKind;
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
