package dev.patchbay.host.edit;

import dev.patchbay.api.item.Patch;
import dev.patchbay.host.audit.NotAudited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.RequestKey;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.record.StoredRecord;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Edits of records. They are answered when they are safe here; the service learns of them later.
 */
@Path("v1/connections/{connection}/records/{type}")
@Tag(name = "records")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
@Needs(Scope.RECORDS_WRITE)
public class RecordEditResource {
  private static final String NOTIFY =
      "invitees: the service tells the people who are invited of the edit, once it is sent. Absent:"
          + " nobody is told.";

  private final EditAnswers answers;
  private final EditScopes scopes;
  private final RecordEditor editor;
  private final RecordUpsert upsert;
  private final RecordMover mover;
  private final CurrentCaller caller;

  @Inject
  public RecordEditResource(
      EditAnswers answers,
      EditScopes scopes,
      RecordEditor editor,
      RecordUpsert upsert,
      RecordMover mover,
      CurrentCaller caller) {
    this.answers = answers;
    this.scopes = scopes;
    this.editor = editor;
    this.upsert = upsert;
    this.mover = mover;
    this.caller = caller;
  }

  @POST
  @NotAudited("it is the CRM's daily work; the feed and the runs tell of it")
  @Operation(
      summary = "Make records, or change those that the CRM's own id leads to",
      description =
          "All of them or none. A record that has the crmId is changed in the properties that are"
              + " mentioned; else one is made, in the primary collection unless another is named.")
  @APIResponse(
      responseCode = "200",
      description = "The records, in the order of the request",
      content = @Content(schema = @Schema(implementation = Page.class)))
  public Response upsert(
      @PathParam("connection") String connection,
      @PathParam("type") String type,
      @QueryParam(Notice.PARAMETER) @Parameter(description = NOTIFY) String notify,
      @HeaderParam(RequestKey.HEADER) String key,
      @NotNull @Valid NewRecords wish) {
    EditScope where = scopes.of(caller.tenantId(), connection, type, Notice.of(notify));
    return answers.many(
        where,
        request(where, key, "upsert", wish.toString()),
        wish.records().size(),
        (database, first) -> {
          List<StoredRecord> written = new ArrayList<>();
          for (NewRecord one : wish.records()) {
            int nth = written.size();
            written.add(
                where.told(upsert.upsert(database, where, one, "records/" + nth, first + nth)));
          }
          return new Page<>(written, null);
        });
  }

  @PATCH
  @Path("{id}")
  @NotAudited("it is the CRM's daily work; the feed and the runs tell of it")
  @Operation(
      summary = "Change fields of a record",
      description =
          "The body is a PatchObject (RFC 8984 section 1.4.9): each key is a path such as"
              + " participants/abc/name, each value what is to be there, null to remove it."
              + " If-Match is the ETag of the state that was edited, or * to have the edit merged.")
  @APIResponse(
      responseCode = "200",
      description = "The record with the edit",
      content = @Content(schema = @Schema(implementation = StoredRecord.class)))
  public Response patch(
      @PathParam("connection") String connection,
      @PathParam("type") String type,
      @QueryParam(Notice.PARAMETER) @Parameter(description = NOTIFY) String notify,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String match,
      @HeaderParam(RequestKey.HEADER) String key,
      @NotNull Map<String, Object> changes) {
    EditScope where = scopes.of(caller.tenantId(), connection, type, Notice.of(notify));
    Precondition precondition = Precondition.of(match);
    Patch patch = Patch.of(changes);
    return answers.one(
        where,
        request(where, key, "patch", id, match, changes.toString()),
        1,
        (database, seq) -> where.told(editor.patch(database, where, id, precondition, patch, seq)));
  }

  @PUT
  @Path("{id}/collection")
  @NotAudited("it is the CRM's daily work; the feed and the runs tell of it")
  @Operation(
      summary = "Move a record to another collection, at the service with the next push",
      description =
          "The collection holds the same type and can be written to. What the service has already"
              + " is shown where it is until the service has moved it. To say the same again"
              + " changes nothing. If-Match is the ETag of the state that was decided on, or *.")
  @APIResponse(
      responseCode = "200",
      description = "The record, which stays where its item is until that is moved",
      content = @Content(schema = @Schema(implementation = StoredRecord.class)))
  public Response move(
      @PathParam("connection") String connection,
      @PathParam("type") String type,
      @QueryParam(Notice.PARAMETER) @Parameter(description = NOTIFY) String notify,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String match,
      @HeaderParam(RequestKey.HEADER) String key,
      @NotNull @Valid Destination to) {
    EditScope where = scopes.ofMoves(caller.tenantId(), connection, type, Notice.of(notify));
    Precondition precondition = Precondition.of(match);
    return answers.one(
        where,
        request(where, key, "move", id, match, to.collection()),
        1,
        (database, seq) ->
            where.told(mover.move(database, where, id, precondition, to.collection(), seq)));
  }

  @DELETE
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @NotAudited("it is the CRM's daily work; the feed and the runs tell of it")
  @Operation(
      summary = "Delete a record, here at once and at the service with the next push",
      description = "If-Match is the ETag of the state that was decided on, or *.")
  @APIResponse(
      responseCode = "200",
      description = "The record's tombstone",
      content = @Content(schema = @Schema(implementation = StoredRecord.class)))
  public Response delete(
      @PathParam("connection") String connection,
      @PathParam("type") String type,
      @QueryParam(Notice.PARAMETER) @Parameter(description = NOTIFY) String notify,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String match,
      @HeaderParam(RequestKey.HEADER) String key) {
    EditScope where = scopes.of(caller.tenantId(), connection, type, Notice.of(notify));
    Precondition precondition = Precondition.of(match);
    return answers.one(
        where,
        request(where, key, "delete", id, match),
        1,
        (database, seq) -> where.told(editor.delete(database, where, id, precondition, seq)));
  }

  private KeyedRequest request(EditScope where, String key, String... parts) {
    return KeyedRequest.of(where, caller.get().subject(), key, parts);
  }
}
