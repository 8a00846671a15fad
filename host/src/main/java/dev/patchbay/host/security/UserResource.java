package dev.patchbay.host.security;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.page.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people of the caller's tenant. */
@Path("v1/users")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class UserResource {
  private final CurrentCaller current;
  private final Users users;
  private final UserAdministration administration;

  @Inject
  UserResource(CurrentCaller current, Users users, UserAdministration administration) {
    this.current = current;
    this.users = users;
    this.administration = administration;
  }

  @GET
  @Operation(summary = "List the tenant's users")
  public Page<UserSummary> list(@BeanParam PageQuery query) {
    return Page.cut(query, users.list(current.tenantId(), query), User::id).map(UserSummary::of);
  }

  @POST
  @Audited(
      value = "user.created",
      tell = {"name", "roles"})
  @Operation(
      summary = "Let a person in",
      description = "The name is unique on the server; a role that the caller may not give is 422.")
  @APIResponse(
      responseCode = "201",
      description = "The user",
      content = @Content(schema = @Schema(implementation = UserSummary.class)))
  public Response create(@NotNull @Valid NewUser request) {
    User user = administration.add(current.get(), current.tenantId(), request);
    return Response.created(URI.create("v1/users/" + user.id()))
        .entity(UserSummary.of(user))
        .build();
  }

  @PATCH
  @Path("{id}")
  @Audited(
      value = "user.changed",
      tell = {"roles", "disabled"})
  @Operation(
      summary = "Change somebody's roles, or shut them out for a while",
      description = "Their tokens stop within five seconds; they can sign in again if they may.")
  public UserSummary change(@PathParam("id") String id, @NotNull @Valid UserChange request) {
    return UserSummary.of(administration.change(current.get(), id, request));
  }

  @PUT
  @Path("{id}/password")
  @Audited("user.password-reset")
  @Operation(summary = "Give somebody another password; their tokens stop within five seconds")
  @APIResponse(responseCode = "204", description = "Changed")
  public void resetPassword(@PathParam("id") String id, @NotNull @Valid NewPassword request) {
    administration.resetPassword(current.get(), id, request.password());
  }

  @DELETE
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @Audited("user.deleted")
  @Operation(summary = "Shut a person out; their tokens stop within five seconds")
  @APIResponse(responseCode = "204", description = "Deleted")
  public void delete(@PathParam("id") String id) {
    administration.remove(current.get(), id);
  }
}
