package dev.patchbay.host.security;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Roles;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
  private final UserRegister register;
  private final Subjects subjects;
  private final Transactions transactions;

  @Inject
  UserResource(
      CurrentCaller current,
      Users users,
      UserRegister register,
      Subjects subjects,
      Transactions transactions) {
    this.current = current;
    this.users = users;
    this.register = register;
    this.subjects = subjects;
    this.transactions = transactions;
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
    AssignableRoles.of(current.get()).require(request.roles());
    User user =
        transactions.call(
            () ->
                register.add(
                    current.tenantId(),
                    request.name().strip(),
                    request.password(),
                    request.roles()));
    return Response.created(URI.create("v1/users/" + user.id()))
        .entity(UserSummary.of(user))
        .build();
  }

  @DELETE
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @Audited("user.deleted")
  @Operation(summary = "Shut a person out; their tokens stop within five seconds")
  @APIResponse(responseCode = "204", description = "Deleted")
  public void delete(@PathParam("id") String id) {
    if (id.equals(current.get().subject())) {
      throw ProblemException.conflict("Nobody can delete themselves: ask another admin.");
    }
    if (!transactions.call(() -> users.remove(current.tenantId(), id))) {
      throw ProblemException.notFound("user", id);
    }
    subjects.forget(id);
  }
}
