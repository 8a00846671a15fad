package dev.patchbay.host.sso;

import dev.patchbay.host.audit.NotAudited;
import dev.patchbay.host.security.ClientAddress;
import dev.patchbay.host.security.LoginAnswer;
import jakarta.annotation.security.PermitAll;
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

/** Ends a sign-in by a provider: for the console, and for whatever else began it. */
@Path("v1/login/single-sign-on")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CodeResource {
  private final CodeExchange exchange;
  private final ClientAddress client;

  @Inject
  public CodeResource(CodeExchange exchange, ClientAddress client) {
    this.exchange = exchange;
    this.client = client;
  }

  @POST
  @PermitAll
  @NotAudited("sign-ins are told by VouchedSession")
  @Operation(
      summary = "Sign a user in with the one-time code of single sign-on",
      description =
          "A code is good once and for 60 seconds, with the verifier whose challenge began the"
              + " sign-in; anything else is 401.")
  public LoginAnswer trade(
      @NotNull @Valid SignInCode code, @Context HttpServletRequest connection) {
    return exchange.trade(code, client.of(connection));
  }
}
