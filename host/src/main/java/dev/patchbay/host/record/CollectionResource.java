package dev.patchbay.host.record;

import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.persistence.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The collections of a connection, such as the calendars of an account. */
@Path("v1/connections/{connection}/collections")
@Tag(name = "records")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
@Needs(Scope.RECORDS_READ)
public class CollectionResource {
  private final CollectionStore collections;
  private final Database database;
  private final RecordOwners owners;
  private final CurrentCaller caller;

  @Inject
  public CollectionResource(
      CollectionStore collections, Database database, RecordOwners owners, CurrentCaller caller) {
    this.collections = collections;
    this.database = database;
    this.owners = owners;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "List the collections of a connection, of all types or one")
  public Page<StoredCollection> list(
      @PathParam("connection") String connection, @QueryParam("type") String type) {
    String tenant = caller.tenantId();
    owners.require(tenant, connection);
    List<StoredCollection> found = database.read(db -> collections.of(db, tenant, connection));
    return new Page<>(
        found.stream()
            .filter(one -> type == null || type.equals(one.type()))
            .filter(owners.collections(tenant, connection))
            .toList(),
        null);
  }
}
