package dev.patchbay.host.security;

import dev.patchbay.host.audit.NotAudited;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives programs their access tokens: for an API key, or for the token of an outside issuer. */
@Path("v1/token")
@Tag(name = "access")
@PermitAll
public class TokenResource {
  private static final String CLIENT_CREDENTIALS = "client_credentials";
  private static final List<String> GRANTS = List.of(CLIENT_CREDENTIALS, TokenExchange.GRANT);

  private final SignIn signIn;
  private final TokenExchange exchange;
  private final ClientAddress client;

  @Inject
  TokenResource(SignIn signIn, TokenExchange exchange, ClientAddress client) {
    this.signIn = signIn;
    this.exchange = exchange;
    this.client = client;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  @NotAudited("refused sign-ins are told by SignIn")
  @Operation(
      summary = "Get an access token (RFC 6749 client credentials, RFC 8693 token exchange)",
      description =
          "An API key's client id and secret go into HTTP Basic or into the form. In an exchange"
              + " the subject_token, of an issuer that the server's configuration names, is all the"
              + " proof. With scope, the token is good for less than it could be.")
  @APIResponse(
      responseCode = "200",
      description = "The token",
      content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
  public Response token(
      @RequestBody(content = @Content(schema = @Schema(implementation = TokenForm.class)))
          MultivaluedMap<String, String> form,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @Context HttpServletRequest connection) {
    String grant = grant(form);
    if (grant.equals(TokenExchange.GRANT)) {
      return answer(TokenAnswer.exchanged(exchange.run(form, client.of(connection))));
    }
    ClientCredentials credentials = ClientCredentials.read(authorization, form);
    Caller key = signIn(credentials, client.of(connection));
    return answer(TokenAnswer.of(signIn.token(narrowed(key, form.getFirst("scope")))));
  }

  private static Response answer(TokenAnswer token) {
    return Response.ok(token)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Pragma", "no-cache")
        .build();
  }

  private static String grant(MultivaluedMap<String, String> form) {
    form.forEach(
        (name, values) -> {
          if (values.size() > 1) {
            throw OAuthRefusal.invalidRequest("The parameter " + name + " is there twice");
          }
        });
    String grant = form.getFirst("grant_type");
    if (grant == null || grant.isBlank()) {
      throw OAuthRefusal.invalidRequest("The parameter grant_type is missing");
    }
    if (!GRANTS.contains(grant)) {
      throw OAuthRefusal.unsupportedGrantType(
          "Only these are supported: " + String.join(", ", GRANTS));
    }
    return grant;
  }

  private Caller signIn(ClientCredentials credentials, String address) {
    try {
      return signIn
          .key(credentials, address)
          .orElseThrow(() -> OAuthRefusal.invalidClient("No API key has this id and secret"));
    } catch (ProblemException throttled) {
      throw OAuthRefusal.tooManyTries(throttled.retryAfter().orElse(Duration.ofSeconds(1)));
    }
  }

  /** Narrows as RFC 6749, section 3.3 allows; a scope that the key has not is refused. */
  static Caller narrowed(Caller key, String wanted) {
    if (wanted == null) {
      return key;
    }
    List<String> names = List.of(wanted.strip().split(" +", -1));
    if (!Scope.names(key.scopes()).containsAll(names)) {
      throw OAuthRefusal.invalidScope("This API key may have: " + Scope.text(key.scopes()));
    }
    return key.within(Scope.of(names));
  }
}
