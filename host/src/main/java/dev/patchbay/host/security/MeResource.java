package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.tenant.Tenant;
import dev.patchbay.host.tenant.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells a caller who it is. */
@Path("v1/me")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
@Needs({})
public class MeResource {
  private final CurrentCaller current;
  private final Tenants tenants;
  private final boolean sandbox;

  @Inject
  MeResource(
      CurrentCaller current,
      Tenants tenants,
      @ConfigProperty(name = "patchbay.sandbox", defaultValue = "false") boolean sandbox) {
    this.current = current;
    this.tenants = tenants;
    this.sandbox = sandbox;
  }

  @GET
  @Operation(summary = "Who is calling, in which tenant, with which roles")
  public Me me() {
    Caller caller = current.get();
    Tenant tenant =
        tenants
            .find(caller.tenantId())
            .orElseThrow(() -> ProblemException.notFound("tenant", caller.tenantId()));
    return Me.of(caller, tenant.name(), sandbox);
  }
}
