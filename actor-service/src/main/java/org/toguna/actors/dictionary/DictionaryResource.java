package org.toguna.actors.dictionary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.toguna.actors.registry.ActorKind;
import org.toguna.actors.registry.Name;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.http.ETags;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordQuery;
import org.toguna.kit.records.Served;

/** The dictionary over HTTP: cheap to ask again, since an unchanged page is not sent twice. */
@Path("/v1/dictionary")
@Tag(name = "Dictionary", description = "Names to look for in texts.")
@RunOnVirtualThread
public class DictionaryResource {
  private static final String CANONICAL = "dictionary";
  private final RecordEndpoint records;
  private final RecordJson json;
  private final ObjectMapper mapper;

  DictionaryResource(RecordEndpoint records, RecordJson json, ObjectMapper mapper) {
    this.records = records;
    this.json = json;
    this.mapper = mapper;
  }

  /** Actors with names that you may see; those whose names are withheld from you are left out. */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "readDictionary", summary = "Names of actors that you may see")
  @APIResponse(
      responseCode = "200",
      description = "One page; it may hold fewer than asked for and still not be the last",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DictionaryPage.class)))
  @APIResponse(responseCode = "304", description = "As you have it")
  public Response read(
      @BeanParam PageQuery paging, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    RecordEndpoint.ServedPage page =
        records.page(CANONICAL, after -> all(after, paging.limit()), paging);
    List<DictionaryEntry> items =
        page.records().stream().map(this::entry).flatMap(Optional::stream).toList();
    String tag = tag(items, page.next() == null);
    Response.ResponseBuilder answer =
        ETags.alreadyRead(ifNoneMatch, tag)
            ? Response.notModified()
            : Response.ok(new DictionaryPage(items, page.next()), MediaType.APPLICATION_JSON);
    return answer.header("ETag", tag).header("Cache-Control", "private, no-cache").build();
  }

  private static RecordQuery all(RecordQuery.@Nullable After after, int limit) {
    return RecordQuery.all(ActorKind.NAME, after, limit);
  }

  private Optional<DictionaryEntry> entry(Served served) {
    ObjectNode view = json.parse(served.json());
    List<Name> names =
        view.path("names")
            .valueStream()
            .map(name -> mapper.convertValue(name, Name.class))
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DictionaryEntry(served.id(), view.path("type").asText(), served.tlp(), names));
  }

  /** Of what the page says; the cursor is sealed anew each time and says nothing. */
  private String tag(List<DictionaryEntry> items, boolean last) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(mapper.writeValueAsBytes(items));
      return ETags.of(HexFormat.of().formatHex(digest, 0, 16), last ? "last" : "more");
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
