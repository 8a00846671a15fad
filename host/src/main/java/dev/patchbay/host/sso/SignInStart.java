package dev.patchbay.host.sso;

import dev.patchbay.host.connect.BrowserAnswers;
import dev.patchbay.host.security.ClientAddress;
import dev.patchbay.host.security.Unwelcome;
import dev.patchbay.host.security.Unwelcome.Reason;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a person's browser begins to sign in with the provider of their organisation. */
@Path("sign-in")
@Tag(name = "access")
@PermitAll
public class SignInStart {
  private static final System.Logger LOG = System.getLogger(SignInStart.class.getName());

  private final SignInBegin begin;
  private final SignInPages pages;
  private final ClientAddress client;

  @Inject
  public SignInStart(SignInBegin begin, SignInPages pages, ClientAddress client) {
    this.begin = begin;
    this.pages = pages;
    this.client = client;
  }

  @GET
  @Operation(
      summary = "Send a person's browser to the provider of their organisation",
      description =
          "The answer is always a redirect: to the provider, or to the console with the reason."
              + " Afterwards the console gets a one-time code for POST /v1/login/single-sign-on.")
  public Response start(
      @Parameter(description = "A tenant's id or name, or an e-mail domain of its people")
          @QueryParam("organisation")
          String organisation,
      @Parameter(
              description =
                  "Base64url of the SHA-256 of a secret text that is told with the one-time code"
                      + " (RFC 7636, S256)")
          @QueryParam("challenge")
          String challenge,
      @Context HttpServletRequest connection) {
    try {
      return pages.toProvider(
          begin.depart(
              Objects.requireNonNullElse(organisation, ""), challenge, client.of(connection)));
    } catch (Unwelcome e) {
      return pages.toConsole(e.reason());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A sign-in could not begin", e);
      return pages.toConsole(Reason.PROVIDER);
    }
  }

  @HEAD
  @Operation(hidden = true)
  public Response look() {
    return BrowserAnswers.guarded(Response.noContent()).build();
  }
}
