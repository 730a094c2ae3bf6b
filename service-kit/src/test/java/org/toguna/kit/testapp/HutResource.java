package org.toguna.kit.testapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.http.ETags;
import org.toguna.kit.http.MergePatch;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.paging.Cursors;
import org.toguna.kit.paging.Page;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.paging.Pages;
import org.toguna.kit.problems.Refusal;

@Path("/v1/huts")
@RolesAllowed("reader")
public class HutResource {

  static final String ETAG = ETags.of("full", 3);

  public record Post(@NotBlank String wood, @Max(9) int height) {}

  public record Hut(
      @NotBlank @Size(max = 20) String village,
      @Nullable LocalDate builtOn,
      @Nullable List<@Valid Post> posts) {}

  private final CurrentReader reader;
  private final Cursors cursors;
  private final ObjectMapper json;

  HutResource(CurrentReader reader, Cursors cursors, ObjectMapper json) {
    this.reader = reader;
    this.cursors = cursors;
    this.json = json;
  }

  @GET
  public RestResponse<Page<String>> list(
      @BeanParam PageQuery paging,
      @RestQuery @Nullable LocalDate builtSince,
      @RestQuery @Nullable @Max(9) Integer height,
      UriInfo request) {
    int from =
        paging.cursor() == null
            ? 0
            : Integer.parseInt(
                cursors.open(reader.get(), "huts:" + height, paging.cursor()).getFirst());
    var all = List.of("Ama", "Binu", "Dama", "Hogon", "Nommo").subList(from, 5);
    var page =
        Page.cut(
            all.subList(0, Math.min(all.size(), paging.limit() + 1)),
            paging.limit(),
            last ->
                cursors.seal(reader.get(), "huts:" + height, List.of("" + (from + paging.limit()))),
            null);
    return Pages.answer(page, request);
  }

  @GET
  @Path("/{id}")
  public RestResponse<Hut> one(@RestPath UUID id) {
    return RestResponse.ResponseBuilder.ok(new Hut("Sangha", null, null))
        .header("ETag", ETAG)
        .build();
  }

  @POST
  @RolesAllowed("reviewer")
  public Hut build(@NotNull @Valid Hut hut) {
    return hut;
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  public Hut change(
      @RestPath UUID id, JsonNode patch, @HeaderParam("If-Match") @Nullable String ifMatch) {
    ETags.requireCurrent(ifMatch, ETAG);
    return MergePatch.apply(
        new Hut("Sangha", LocalDate.of(1987, 5, 1), null), patch, Hut.class, json);
  }

  @DELETE
  @Path("/{id}")
  public void raze(@RestPath UUID id) {
    throw Refusal.notFound();
  }

  @GET
  @Path("/broken/{how}")
  @PermitAll
  public String broken(@RestPath String how) throws Exception {
    throw switch (how) {
      case "connection" -> new SQLException("secret host is gone", "08006");
      case "pool" -> new SQLException("Sorry, acquisition timeout!");
      case "disk" -> new IllegalStateException(new SQLException("no room", "53100"));
      case "slow" -> new IllegalStateException(new SQLException("canceled", "57014"));
      default -> new IllegalStateException("secret cause");
    };
  }
}
