package dev.patchbay.host.edit;

import dev.patchbay.host.audit.NotAudited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.RequestKey;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.record.StoredRecord;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A part of a series: one of its occurrences and all that follow. */
@Path("v1/connections/{connection}/records/{type}/{id}/following")
@Tag(name = "records")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
@Needs(Scope.RECORDS_WRITE)
public class SeriesResource {
  private final EditAnswers answers;
  private final EditScopes scopes;
  private final SeriesSplitter splitter;
  private final CurrentCaller caller;

  @Inject
  public SeriesResource(
      EditAnswers answers, EditScopes scopes, SeriesSplitter splitter, CurrentCaller caller) {
    this.answers = answers;
    this.scopes = scopes;
    this.splitter = splitter;
    this.caller = caller;
  }

  @POST
  @NotAudited("it is the CRM's daily work; the feed and the runs tell of it")
  @Operation(
      summary = "Change one occurrence of a series and all that follow",
      description =
          "The series ends before that occurrence, and a new one continues it with the changes (a"
              + " PatchObject, RFC 8984 section 1.4.9). Occurrences from there on that were changed"
              + " or cancelled by themselves go along. The old series ends at the service only once"
              + " that has the new one. If-Match is the ETag of the series' state that was decided"
              + " on, or *.")
  @APIResponse(
      responseCode = "200",
      description = "The new series",
      content = @Content(schema = @Schema(implementation = StoredRecord.class)))
  public Response follow(
      @PathParam("connection") String connection,
      @PathParam("type") String type,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String match,
      @HeaderParam(RequestKey.HEADER) String key,
      @NotNull @Valid Continuation wish) {
    EditScope where = scopes.ofSplits(caller.tenantId(), connection, type);
    Precondition precondition = Precondition.of(match);
    return answers.one(
        where,
        KeyedRequest.of(where, caller.get().subject(), key, "follow", id, match, wish.toString()),
        2,
        (database, seq) ->
            where.told(splitter.split(database, where, id, precondition, wish, seq)));
  }
}
