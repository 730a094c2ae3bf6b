package org.toguna.cases.contacts;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Contacts over HTTP. */
@Path("/v1/contacts")
@Tag(name = "Contacts", description = "How the other side was reached.")
@Called(one = "contact", many = "Contacts, latest first")
public class ContactResource extends ListedRecordResource<Contact> {
  ContactResource(RecordEndpoint records, ContactKind kind) {
    super(records, kind);
  }
}
