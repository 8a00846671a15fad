package dev.patchbay.host.action;

import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what became of an action, for a day. */
@Path("v1/action-runs/{id}")
@Tag(name = "actions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
@Needs(Scope.ACTIONS_RUN)
public class ActionRunResource {
  private final Actions actions;
  private final CurrentCaller caller;

  @Inject
  public ActionRunResource(Actions actions, CurrentCaller caller) {
    this.actions = actions;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Look at an action: whether it is done, and what it gave",
      description =
          "RUNNING, SUCCEEDED, FAILED (provably not done) or OUTCOME_UNKNOWN (look at the service;"
              + " it is not repeated). Kept for 24 hours.")
  public ActionRunSummary get(@PathParam("id") String id) {
    return ActionRunSummary.of(actions.require(caller.tenantId(), id));
  }
}
