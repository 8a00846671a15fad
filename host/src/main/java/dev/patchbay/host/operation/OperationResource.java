package dev.patchbay.host.operation;

import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.page.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what went on between the tenant's connections and their services. */
@Path("v1/operations")
@Tag(name = "watching")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
@Needs(Scope.OPERATIONS_READ)
public class OperationResource {
  private final Operations operations;
  private final CurrentCaller caller;

  @Inject
  public OperationResource(Operations operations, CurrentCaller caller) {
    this.operations = operations;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "List exchanges with services, the newest first: every failure, some successes")
  public Page<OperationSummary> list(
      @BeanParam PageQuery page, @BeanParam OperationFilter filter, @QueryParam("run") String run) {
    var rows = operations.list(filter.of(caller.tenantId(), run), page.after(), page.rows());
    return Page.cut(page, rows, OperationSummary::id);
  }

  @GET
  @Path("counts")
  @Operation(summary = "Count all exchanges by plugin, connection and category")
  public Page<OperationCount> counts(@BeanParam OperationFilter filter) {
    return new Page<>(operations.counts(filter.of(caller.tenantId(), null)), null);
  }
}
