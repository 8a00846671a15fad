package dev.patchbay.host.sync;

import dev.patchbay.host.audit.NotAudited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Syncs a connection when somebody asks for it, beside the regular syncs. */
@Path("v1/connections/{id}/syncs")
@Tag(name = "sync")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
@Needs(Scope.SYNCS_RUN)
public class SyncResource {
  private final Syncs syncs;
  private final KnownConnections connections;
  private final CurrentCaller caller;

  @Inject
  SyncResource(Syncs syncs, KnownConnections connections, CurrentCaller caller) {
    this.syncs = syncs;
    this.connections = connections;
    this.caller = caller;
  }

  @NotAudited("it is work, and its run tells of it")
  @POST
  @Operation(summary = "Sync now; a run that is queued or running already is the answer too")
  @APIResponse(
      responseCode = "202",
      description = "The run",
      content = @Content(schema = @Schema(implementation = SyncRunSummary.class)))
  public Response start(
      @PathParam("id") String id, @NotNull @Valid NewSync wish, @Context UriInfo address) {
    connections.requireActive(caller.tenantId(), id);
    requirePull(wish);
    SyncRun run =
        syncs
            .request(new TaskName(id, type(id, wish)), wish.kind())
            .orElseThrow(() -> notSynced(id, wish.type()));
    return Response.accepted(SyncRunSummary.of(run))
        .location(address.getBaseUriBuilder().path("v1/sync-runs/{run}").build(run.id()))
        .build();
  }

  private static void requirePull(NewSync wish) {
    if (wish.direction() != Direction.PULL) {
      throw ProblemException.invalid(
          "direction",
          "can only be pull: this version does not offer " + wish.direction().text() + " yet");
    }
  }

  private String type(String connectionId, NewSync wish) {
    if (wish.type() != null) {
      return wish.type();
    }
    List<String> types = syncs.types(connectionId);
    if (types.size() > 1) {
      throw ProblemException.invalid(
          "type", "must be one of " + String.join(", ", types) + ": the connection has several");
    }
    return types.stream().findFirst().orElseThrow(() -> notSynced(connectionId, "anything"));
  }

  private static ProblemException notSynced(String connectionId, String type) {
    return ProblemException.invalid(
        "type", "is not offered: the connection " + connectionId + " does not read " + type);
  }
}
