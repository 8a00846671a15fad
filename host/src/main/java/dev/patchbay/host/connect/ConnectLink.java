package dev.patchbay.host.connect;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a person's browser starts; whoever only looks at the link does not use it up. */
@Path("connect/{token}")
@Tag(name = "connect")
@PermitAll
public class ConnectLink {
  private static final System.Logger LOG = System.getLogger(ConnectLink.class.getName());

  private final ConnectStart start;
  private final BrowserAnswers answers;

  @Inject
  public ConnectLink(ConnectStart start, BrowserAnswers answers) {
    this.start = start;
    this.answers = answers;
  }

  @GET
  @Operation(summary = "Send a person's browser to the service's consent page or to a form, once")
  public Response open(@PathParam("token") String token) {
    try {
      return start
          .start(token)
          .map(departure -> departure.answer(answers))
          .orElseGet(() -> answers.toResult(ResultPage.EXPIRED));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A link to connect could not be followed", e);
      return answers.toResult(ResultPage.FAILED);
    }
  }

  @HEAD
  @Operation(hidden = true)
  public Response look() {
    return BrowserAnswers.guarded(Response.noContent()).build();
  }
}
