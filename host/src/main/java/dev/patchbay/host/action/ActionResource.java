package dev.patchbay.host.action;

import dev.patchbay.host.audit.NotAudited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.RequestKey;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.plugin.PluginSummary;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Does things once over a connection, such as sending a message. Every channel's {@code
 * send-message} takes the same message.
 */
@Path("v1/connections/{id}/actions")
@Tag(name = "actions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
@Needs(Scope.ACTIONS_RUN)
public class ActionResource {
  private final OfferedActions offered;
  private final Actions actions;
  private final Performers performers;
  private final CurrentCaller caller;

  @Inject
  public ActionResource(
      OfferedActions offered, Actions actions, Performers performers, CurrentCaller caller) {
    this.offered = offered;
    this.actions = actions;
    this.performers = performers;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "List what can be done over a connection, and what each action takes")
  public ActionList list(@PathParam("id") String id) {
    return new ActionList(
        offered.of(caller.tenantId(), id).stream().map(PluginSummary.Action::of).toList());
  }

  @GET
  @Path("{action}")
  @Operation(summary = "Look at an action")
  public PluginSummary.Action get(@PathParam("id") String id, @PathParam("action") String action) {
    return PluginSummary.Action.of(offered.require(caller.tenantId(), id, action));
  }

  @NotAudited("it is work, and its run tells of it")
  @POST
  @Path("{action}")
  @Operation(
      summary = "Do it once",
      description =
          "The body is what the action takes. With the same Idempotency-Key the same request has"
              + " one effect and the same answer for 24 hours; another request with it is a 409. A"
              + " failure that passes (RateLimited, Unavailable, ReauthorizationNeeded) frees the"
              + " key. What takes longer than 10 seconds is answered with 202 and goes on; 504 says"
              + " that nobody knows whether it was done, and it is not repeated.")
  @APIResponse(
      responseCode = "200",
      description = "It was done",
      content = @Content(schema = @Schema(implementation = ActionRunSummary.class)))
  @APIResponse(
      responseCode = "202",
      description = "It is being done; Location says where to look",
      content = @Content(schema = @Schema(implementation = ActionRunSummary.class)))
  public Response perform(
      @PathParam("id") String id,
      @PathParam("action") String action,
      @Parameter(description = "1 to 200 visible ASCII characters, new for each request")
          @HeaderParam(RequestKey.HEADER)
          String key,
      @NotNull Map<String, Object> body,
      @Context UriInfo address) {
    var tenant = caller.tenantId();
    var input = offered.accept(tenant, id, action, body);
    var run = performers.perform(new ActionRequest(tenant, id, action, input, RequestKey.of(key)));
    return ActionAnswer.of(actions.require(tenant, run), address.getBaseUriBuilder());
  }
}
