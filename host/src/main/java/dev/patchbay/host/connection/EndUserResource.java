package dev.patchbay.host.connection;

import dev.patchbay.host.audit.NotAudited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Transactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people of the tenant for whom connections were made, by the CRM's own ids. */
@Path("v1/end-users")
@Tag(name = "connect")
@Produces(MediaType.APPLICATION_JSON)
public class EndUserResource {
  private final EndUsers endUsers;
  private final EndUserErasure erasure;
  private final Transactions transactions;
  private final CurrentCaller caller;

  @Inject
  public EndUserResource(
      EndUsers endUsers, EndUserErasure erasure, Transactions transactions, CurrentCaller caller) {
    this.endUsers = endUsers;
    this.erasure = erasure;
    this.transactions = transactions;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
  @Needs(Scope.CONNECTIONS_READ)
  @Operation(summary = "List the people for whom connections were made")
  public Page<EndUserSummary> list(@BeanParam PageQuery query) {
    return transactions.call(
        () -> Page.cut(query, endUsers.list(caller.tenantId(), query), EndUserSummary::id));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Roles.ADMIN, Roles.CRM})
  @Needs(Scope.CONNECTIONS_WRITE)
  @NotAudited("it is told where it happens, see ConnectionAudit")
  @Operation(
      summary = "Erase a person: revoke all grants, erase records, runs, sessions and exchanges",
      description =
          "Nothing of it can be taken back. Empty tombstones of the records stay in GET /changes.")
  public void erase(@PathParam("id") String id) {
    erasure.run(caller.tenantId(), id);
  }
}
