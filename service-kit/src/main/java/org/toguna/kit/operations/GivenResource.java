package org.toguna.kit.operations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.Cursors;
import org.toguna.kit.paging.Page;
import org.toguna.kit.paging.PageQuery;

/** The report that goes with a suspension: who must now be told what is in whose hands. */
@Path("/v1/organisations/{name}/given")
@Tag(name = "Operations")
@RunOnVirtualThread
public class GivenResource {
  private static final UUID FIRST = new UUID(0, 0);
  private final CurrentReader current;
  private final GivenRecords given;
  private final Cursors cursors;

  GivenResource(CurrentReader current, GivenRecords given, Cursors cursors) {
    this.current = current;
    this.given = given;
    this.cursors = cursors;
  }

  /**
   * For administrators and protection officers what their own organisation gave, of what they may
   * read; for operators whose records are held, and never which.
   */
  @GET
  @RolesAllowed({"administrator", "protection-officer", "operator"})
  @Operation(
      operationId = "listGivenRecords",
      summary = "What an organisation was given, in this service")
  public GivenReport given(
      @PathParam("name") @Schema(maxLength = 63) String organisation, @BeanParam PageQuery paging) {
    Reader reader = current.signedIn();
    if (reader.may(Role.OPERATOR)) {
      return new GivenReport(organisation, List.of(), List.of(), given.owners(organisation), null);
    }
    String canonical = "given to " + organisation;
    Page<GivenRecords.Given> page =
        Page.cut(
            given.records(
                reader, organisation, after(reader, canonical, paging), paging.limit() + 1),
            paging.limit(),
            last -> cursors.seal(reader, canonical, List.of(last.id().toString())),
            null);
    return new GivenReport(
        organisation, given.kinds(reader, organisation), page.items(), null, page.next());
  }

  private UUID after(Reader reader, String canonical, PageQuery paging) {
    @Nullable String cursor = paging.cursor();
    return cursor == null
        ? FIRST
        : UUID.fromString(cursors.open(reader, canonical, cursor).getFirst());
  }
}
