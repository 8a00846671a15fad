package dev.patchbay.host.connect;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The address that is registered with every service, and to which browsers return. */
@Path("oauth/callback")
@Tag(name = "connect")
@PermitAll
public class OAuthCallback {
  private static final System.Logger LOG = System.getLogger(OAuthCallback.class.getName());

  private final ConnectFinish finish;
  private final BrowserAnswers answers;

  @Inject
  public OAuthCallback(ConnectFinish finish, BrowserAnswers answers) {
    this.finish = finish;
    this.answers = answers;
  }

  @GET
  @Operation(summary = "Take a person's browser back from the service's consent page")
  public Response receive(@Context UriInfo uri, @Context HttpHeaders headers) {
    return Callback.of(uri.getQueryParameters())
        .map(callback -> finish(callback, headers))
        .orElseGet(() -> answers.toResult(ResultPage.UNKNOWN));
  }

  @HEAD
  @Operation(hidden = true)
  public Response look() {
    return BrowserAnswers.guarded(Response.noContent()).build();
  }

  private Response finish(Callback callback, HttpHeaders headers) {
    var browser =
        Optional.ofNullable(headers.getCookies().get(answers.cookieName(callback.state())))
            .map(Cookie::getValue);
    return answers.toResult(outcome(callback, browser), callback.state());
  }

  private ConnectEnd outcome(Callback callback, Optional<String> browser) {
    try {
      return finish.finish(callback, browser);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A callback could not be handled", e);
      return ConnectEnd.at(ResultPage.FAILED);
    }
  }
}
