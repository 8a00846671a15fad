package dev.patchbay.host.security;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets people change their own password, and nobody else's: who knows the old one may. */
@Path("v1/me/password")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER})
public class PasswordResource {
  private final CurrentCaller current;
  private final Users users;
  private final UserRegister register;
  private final SignIn signIn;
  private final Subjects subjects;
  private final Transactions transactions;
  private final ClientAddress client;

  @Inject
  PasswordResource(
      CurrentCaller current,
      Users users,
      UserRegister register,
      SignIn signIn,
      Subjects subjects,
      Transactions transactions,
      ClientAddress client) {
    this.current = current;
    this.users = users;
    this.register = register;
    this.signIn = signIn;
    this.subjects = subjects;
    this.transactions = transactions;
    this.client = client;
  }

  @PUT
  @Audited("user.password-changed")
  @Operation(
      summary = "Change the caller's own password",
      description = "All tokens of the old password end; the answer is one of the new.")
  public LoginAnswer change(
      @NotNull @Valid PasswordChange request, @Context HttpServletRequest connection) {
    if (!signIn.knows(current.get(), request.currentPassword(), client.of(connection))) {
      throw ProblemException.invalid("currentPassword", "is not the password of this user");
    }
    String id = current.get().subject();
    Caller changed = transactions.call(() -> protect(id, request.password()));
    subjects.forget(id);
    return LoginAnswer.of(signIn.renew(changed));
  }

  private Caller protect(String id, Secret password) {
    User user = user(id);
    register.protect(user, password);
    return user.caller();
  }

  private User user(String id) {
    return users.ofToken(id).orElseThrow(() -> ProblemException.notFound("user", id));
  }
}
