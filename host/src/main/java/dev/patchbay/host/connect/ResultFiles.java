package dev.patchbay.host.connect;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Serves the static pages on which a person types something in and an attempt ends. They are the
 * same for everybody and hold no data of the attempt, so there is nothing in them to steal or to
 * inject into.
 */
@Path("result/{file}")
@PermitAll
public class ResultFiles {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";
  private static final String FORM_POLICY = POLICY + "; img-src data:" + "; connect-src 'self'";
  private static final Map<String, String> TYPES =
      Map.of(
          "connected.html", "text/html; charset=utf-8",
          "declined.html", "text/html; charset=utf-8",
          "failed.html", "text/html; charset=utf-8",
          "expired.html", "text/html; charset=utf-8",
          "unknown.html", "text/html; charset=utf-8",
          "result.css", "text/css; charset=utf-8",
          "result.js", "text/javascript; charset=utf-8",
          "form.html", "text/html; charset=utf-8",
          "form.js", "text/javascript; charset=utf-8");

  @GET
  @Operation(hidden = true)
  public Response file(@PathParam("file") String name) {
    var type = Optional.ofNullable(TYPES.get(name)).orElseThrow(NotFoundException::new);
    return BrowserAnswers.guarded(Response.ok(content(name), type))
        .header("Content-Security-Policy", name.equals("form.html") ? FORM_POLICY : POLICY)
        .build();
  }

  /** What was packed beside this class. */
  static byte[] content(String name) {
    try (var stream = ResultFiles.class.getResourceAsStream("result/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("The page " + name + " is missing in the build");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
