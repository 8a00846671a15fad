package dev.patchbay.host.edit;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.page.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Edits that did not reach the service and are not sent again by themselves. */
@Path("v1/connections/{connection}/quarantine")
@Tag(name = "sync")
@Produces(MediaType.APPLICATION_JSON)
public class QuarantineResource {
  private final Quarantine quarantine;
  private final EditScopes scopes;
  private final Event<RecordsEdited> news;
  private final CurrentCaller caller;

  @Inject
  public QuarantineResource(
      Quarantine quarantine, EditScopes scopes, Event<RecordsEdited> news, CurrentCaller caller) {
    this.quarantine = quarantine;
    this.scopes = scopes;
    this.news = news;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
  @Needs(Scope.RECORDS_READ)
  @Operation(
      summary = "List edits that the service refused, or of which nobody knows whether it has them")
  public Page<QuarantinedEdit> list(
      @PathParam("connection") String connection, @BeanParam PageQuery page) {
    scopes.requireKnown(caller.tenantId(), connection);
    return Page.cut(
        page,
        quarantine.list(caller.tenantId(), connection, page.after(), page.rows()),
        QuarantinedEdit::recordId);
  }

  @POST
  @Path("{record}/retry")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
  @Needs(Scope.RECORDS_WRITE)
  @Audited("edit.retried")
  @Operation(
      summary = "Send such an edit again with the next push",
      description =
          "Of an edit whose outcome is unknown this can make a second item, if the service has the"
              + " first one after all: look there before.")
  public void retry(
      @PathParam("connection") String connection, @PathParam("record") String record) {
    QuarantinedEdit edit = quarantine.retry(caller.tenantId(), connection, record);
    news.fire(new RecordsEdited(caller.tenantId(), connection, edit.type()));
  }

  @DELETE
  @Path("{record}")
  @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
  @Needs(Scope.RECORDS_WRITE)
  @Audited("edit.given-up")
  @Operation(
      summary = "Give such an edit up: the record is again what the service has",
      description =
          "A record that the service never had goes. Should the service have an edit after all"
              + " whose outcome was unknown, the next pull brings it.")
  public void giveUp(
      @PathParam("connection") String connection, @PathParam("record") String record) {
    QuarantinedEdit edit = quarantine.giveUp(caller.tenantId(), connection, record);
    news.fire(new RecordsEdited(caller.tenantId(), connection, edit.type()));
  }
}
