package dev.patchbay.host.connect;

import dev.patchbay.host.audit.NotAudited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the CRM's server asks what the text stands for that its page heard from connect.js. */
@Path("v1/connect-results")
@Tag(name = "connect")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.CRM})
@Needs(Scope.CONNECT_WRITE)
public class ConnectResultResource {
  private final ConnectResults results;
  private final CurrentCaller caller;

  @Inject
  public ConnectResultResource(ConnectResults results, CurrentCaller caller) {
    this.results = results;
    this.caller = caller;
  }

  @POST
  @NotAudited("it only reads; the connection is told where it begins")
  @Operation(
      summary = "Trade the text that connect.js gave for the session it belongs to, once",
      description = "Compare the session's id with the one you made for the person on your page.")
  public ConnectSessionSummary redeem(@NotNull @Valid NewConnectResult heard) {
    return results.redeem(caller.tenantId(), heard.result());
  }
}
