package dev.patchbay.host.webhook;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The address that an admin enters at a service which tells of changes. */
@Path("v1/integrations/{id}/webhook-address")
@Tag(name = "webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class IntegrationAddressResource {
  private final IntegrationAddresses addresses;
  private final CurrentCaller caller;

  @Inject
  public IntegrationAddressResource(IntegrationAddresses addresses, CurrentCaller caller) {
    this.addresses = addresses;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Look at the address to which the service sends what it has to tell")
  public WebhookAddressSummary get(@PathParam("id") String id) throws SQLException {
    return addresses.look(caller.tenantId(), id);
  }

  @POST
  @Audited("integration.webhook-address-made")
  @Operation(
      summary = "Make that address, or another one",
      description = "What is sent to the one before is not taken any more.")
  public WebhookAddressSummary make(@PathParam("id") String id) throws SQLException {
    return addresses.renew(caller.tenantId(), id);
  }
}
