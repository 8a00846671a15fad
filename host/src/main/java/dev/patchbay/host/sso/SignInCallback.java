package dev.patchbay.host.sso;

import dev.patchbay.host.connect.BrowserAnswers;
import dev.patchbay.host.connect.Callback;
import dev.patchbay.host.security.ClientAddress;
import dev.patchbay.host.security.Unwelcome;
import dev.patchbay.host.security.Unwelcome.Reason;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The address that is registered with a tenant's provider, and to which browsers return. Each
 * tenant has its own, so that the answer of one provider cannot be taken for that of another (RFC
 * 9700, section 4.4.2.2).
 */
@Path("sign-in/{tenantId}/callback")
@Tag(name = "access")
@PermitAll
public class SignInCallback {
  private static final System.Logger LOG = System.getLogger(SignInCallback.class.getName());

  private final SignInReturn comingBack;
  private final SignInPages pages;
  private final ClientAddress client;

  @Inject
  public SignInCallback(SignInReturn comingBack, SignInPages pages, ClientAddress client) {
    this.comingBack = comingBack;
    this.pages = pages;
    this.client = client;
  }

  @GET
  @Operation(
      summary = "Take a person's browser back from the provider of their organisation",
      description =
          "The answer is always a redirect to the console: with a one-time code, or the reason.")
  public Response receive(
      @PathParam("tenantId") String tenantId,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context HttpServletRequest connection) {
    return Callback.of(uri.getQueryParameters())
        .map(callback -> finish(callback, tenantId, headers, client.of(connection)))
        .orElseGet(() -> pages.toConsole(Reason.VISIT));
  }

  @HEAD
  @Operation(hidden = true)
  public Response look() {
    return BrowserAnswers.guarded(Response.noContent()).build();
  }

  private Response finish(Callback callback, String tenantId, HttpHeaders headers, String from) {
    try {
      var browser = pages.browser(headers, callback.state());
      var code = comingBack.comeBack(callback, tenantId, browser, from);
      return pages.toConsole(code, callback.state());
    } catch (Unwelcome e) {
      return pages.toConsole(e.reason());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A sign-in could not end", e);
      return pages.toConsole(Reason.PROVIDER);
    }
  }
}
