package dev.patchbay.host.connect;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The origins (RFC 6454) of the CRM's own pages that may embed connecting with connect.js. */
@Path("v1/connect-origins")
@Tag(name = "connect")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class ConnectOriginResource {
  private final ConnectOrigins origins;
  private final CurrentCaller caller;

  @Inject
  public ConnectOriginResource(ConnectOrigins origins, CurrentCaller caller) {
    this.origins = origins;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "List the origins whose pages may open the hosted page with connect.js")
  public OriginList list() {
    return origins.list(caller.tenantId());
  }

  @PUT
  @Operation(summary = "Replace the origins whose pages may open the hosted page with connect.js")
  @Audited(
      value = "connect-origins.replaced",
      tell = {"origins"})
  public OriginList replace(@NotNull @Valid OriginList wanted) {
    return origins.replace(caller.tenantId(), wanted);
  }
}
