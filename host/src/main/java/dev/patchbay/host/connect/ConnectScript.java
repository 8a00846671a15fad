package dev.patchbay.host.connect;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The script with which a page of the CRM opens the hosted page and hears how it ended. */
@Path("connect.js")
@PermitAll
public class ConnectScript {

  @GET
  @Operation(hidden = true)
  public Response script() {
    return Response.ok(ResultFiles.content("connect.js"), "text/javascript; charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
