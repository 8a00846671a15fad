package dev.patchbay.host.tenant;

import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
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
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Makes and lists tenants, for the operator of the server. */
@Path("v1/tenants")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVER_ADMIN)
public class TenantResource {
  private final Tenants tenants;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public TenantResource(Tenants tenants, Transactions transactions, Ids ids, Clock clock) {
    this.tenants = tenants;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "List the tenants of this server")
  public Page<TenantSummary> list(@BeanParam PageQuery query) {
    return Page.cut(query, tenants.list(query), Tenant::id).map(TenantSummary::of);
  }

  @POST
  @Operation(summary = "Make a tenant")
  public Response create(@NotNull @Valid NewTenant request) {
    Tenant tenant = transactions.call(() -> add(request.name().strip()));
    return Response.created(URI.create("v1/tenants/" + tenant.id()))
        .entity(TenantSummary.of(tenant))
        .build();
  }

  private Tenant add(String name) {
    if (tenants.hasName(name)) {
      throw ProblemException.conflict("There is a tenant named " + name + " already.");
    }
    Tenant tenant = new Tenant(ids.next("ten"), name, clock.instant());
    tenants.add(tenant);
    return tenant;
  }
}
