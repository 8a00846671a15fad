package dev.patchbay.host.security;

import dev.patchbay.host.audit.NotAudited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signs people in, for the console. */
@Path("v1/login")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LoginResource {
  private final SignIn signIn;
  private final CurrentCaller current;
  private final ClientAddress client;

  @Inject
  LoginResource(SignIn signIn, CurrentCaller current, ClientAddress client) {
    this.signIn = signIn;
    this.current = current;
    this.client = client;
  }

  @POST
  @PermitAll
  @NotAudited("sign-ins are told by SignIn")
  @Operation(summary = "Sign a user in with name and password")
  public LoginAnswer login(
      @NotNull @Valid LoginRequest request, @Context HttpServletRequest connection) {
    return LoginAnswer.of(
        signIn.user(request.username(), request.password(), client.of(connection)));
  }

  @POST
  @Path("renewals")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER})
  @NotAudited("the person is signed in already")
  @Operation(summary = "Exchange a user's token for one that ends later")
  public LoginAnswer renew() {
    return LoginAnswer.of(signIn.renew(current.get()));
  }
}
