package dev.patchbay.host.connect;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Attempts to connect accounts. */
@Path("v1/connect-sessions")
@Tag(name = "connect")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.CRM})
@Needs(Scope.CONNECT_WRITE)
public class ConnectSessionResource {
  private final ConnectInvitation invitation;
  private final CurrentCaller caller;

  @Inject
  public ConnectSessionResource(ConnectInvitation invitation, CurrentCaller caller) {
    this.invitation = invitation;
    this.caller = caller;
  }

  @POST
  @Operation(summary = "Make a link with which a person connects an account, once")
  @Audited(
      value = "connect-session.created",
      tell = {"integrationId", "integrationIds", "connectionId"})
  public Response create(@NotNull @Valid NewConnectSession request) {
    var session = invitation.invite(caller.tenantId(), request);
    return Response.created(URI.create("v1/connect-sessions/" + session.id()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(session)
        .build();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Look how an attempt to connect stands")
  public ConnectSessionSummary get(@PathParam("id") String id) {
    return invitation.look(caller.tenantId(), id);
  }
}
