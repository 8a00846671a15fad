package dev.patchbay.host.tenant;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Transactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Makes and lists tenants, for the operator of the server. */
@Path("v1/tenants")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVER_ADMIN)
public class TenantResource {
  private final Tenants tenants;
  private final TenantRegister register;
  private final Transactions transactions;

  @Inject
  public TenantResource(Tenants tenants, TenantRegister register, Transactions transactions) {
    this.tenants = tenants;
    this.register = register;
    this.transactions = transactions;
  }

  @GET
  @Operation(summary = "List the tenants of this server")
  public Page<TenantSummary> list(@BeanParam PageQuery query) {
    return Page.cut(query, tenants.list(query), Tenant::id).map(TenantSummary::of);
  }

  @POST
  @Audited(value = "tenant.opened", tell = "name", ofServer = true)
  @Operation(summary = "Make a tenant")
  @APIResponse(
      responseCode = "201",
      description = "The tenant",
      content = @Content(schema = @Schema(implementation = TenantSummary.class)))
  public Response create(@NotNull @Valid NewTenant request) {
    Tenant tenant = transactions.call(() -> register.open(request.name().strip()));
    return Response.created(URI.create("v1/tenants/" + tenant.id()))
        .entity(TenantSummary.of(tenant))
        .build();
  }
}
