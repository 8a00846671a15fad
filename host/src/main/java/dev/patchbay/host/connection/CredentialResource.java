package dev.patchbay.host.connection;

import dev.patchbay.host.audit.Actor;
import dev.patchbay.host.audit.Audit;
import dev.patchbay.host.audit.Deed;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Hands out a connection's access token, to API keys that were made for it and to nobody else. What
 * could make further tokens (refresh token, client secret) never leaves.
 */
@Path("v1/connections/{id}/credential")
@Tag(name = "connections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CRM)
@Needs(Scope.CREDENTIALS_READ)
public class CredentialResource {
  private final LiveConnections live;
  private final CurrentCaller caller;
  private final Audit audit;

  @Inject
  public CredentialResource(LiveConnections live, CurrentCaller caller, Audit audit) {
    this.live = live;
    this.caller = caller;
    this.audit = audit;
  }

  @GET
  @Operation(
      summary = "Read the present access token of a connection",
      description = "For calls that Patchbay does not make itself. It is renewed first if due.")
  @APIResponse(
      responseCode = "200",
      description = "The token",
      content = @Content(schema = @Schema(implementation = RevealedCredential.class)))
  public Response read(@PathParam("id") String id) {
    var token = live.accessToken(caller.tenantId(), id);
    var actor = Actor.of(caller.get());
    audit.record(Deed.done(caller.tenantId(), actor, "credential.revealed", id));
    return Response.ok(new RevealedCredential(token.reveal()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
