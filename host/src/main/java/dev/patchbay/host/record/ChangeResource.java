package dev.patchbay.host.record;

import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.page.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The feed of everything that changed in a tenant's records; it never misses a change. */
@Path("v1/changes")
@Tag(name = "records")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
@Needs(Scope.RECORDS_READ)
public class ChangeResource {
  private final Feed feed;
  private final RecordOwners owners;
  private final MappedRecords mapped;
  private final CurrentCaller caller;

  @Inject
  public ChangeResource(
      Feed feed, RecordOwners owners, MappedRecords mapped, CurrentCaller caller) {
    this.feed = feed;
    this.owners = owners;
    this.mapped = mapped;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "What changed after a place in the feed; go on with next",
      description =
          "after is the next of the page before, as it is, or 0 to start. Deletions are kept for 30"
              + " days: an older place is a 410, and the CRM starts again with 0.")
  public ChangePage list(
      @QueryParam("after") @DefaultValue("0") String after,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("type") String type,
      @QueryParam("connection") String connection) {
    String tenant = caller.tenantId();
    ChangeQuery query = new ChangeQuery(tenant, type, connection);
    ChangePage page = feed.read(query, FeedPlace.of(after), PageQuery.of(limit, null));
    List<StoredRecord> read = page.items().stream().map(ChangePage.Change::record).toList();
    return page.of(owners.records(tenant, read)).told(records -> mapped.tell(tenant, records));
  }
}
