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
  private final PushPlans plans;
  private final KnownConnections connections;
  private final CurrentCaller caller;

  @Inject
  SyncResource(Syncs syncs, PushPlans plans, KnownConnections connections, CurrentCaller caller) {
    this.syncs = syncs;
    this.plans = plans;
    this.connections = connections;
    this.caller = caller;
  }

  @NotAudited("it is work, and its run tells of it")
  @POST
  @Operation(
      summary = "Sync now; a run that is queued or running already is the answer too",
      description =
          "A push sends what the CRM edited. The first one to a collection, and one that would"
              + " change more than 20 records and more than a fifth of a collection, needs confirm:"
              + " the hash of a plan, which dryRun gives.")
  @APIResponse(
      responseCode = "202",
      description = "The run",
      content = @Content(schema = @Schema(implementation = SyncRunSummary.class)))
  @APIResponse(
      responseCode = "200",
      description = "The plan that was asked for with dryRun; nothing is sent",
      content = @Content(schema = @Schema(implementation = PushPlan.class)))
  public Response start(
      @PathParam("id") String id, @NotNull @Valid NewSync wish, @Context UriInfo address) {
    connections.requireActive(caller.tenantId(), id);
    String type = type(id, wish);
    if (wish.isDry()) {
      return Response.ok(plans.plan(caller.tenantId(), id, type)).build();
    }
    SyncRun run =
        syncs
            .request(new TaskName(id, type), wish.wish())
            .orElseThrow(() -> notSynced(id, wish.type()));
    return Response.accepted(SyncRunSummary.of(run))
        .location(address.getBaseUriBuilder().path("v1/sync-runs/{run}").build(run.id()))
        .build();
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
        "type",
        "is not offered: the connection %s does not read %s, as its integration is set up"
            .formatted(connectionId, type));
  }
}
