package dev.patchbay.host.security;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Publishes the keys that verify our tokens. */
@Path("jwks")
@Tag(name = "access")
@PermitAll
public class JwksResource {
  private final SigningKeys keys;

  @Inject
  JwksResource(SigningKeys keys) {
    this.keys = keys;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The public keys of this server's tokens (RFC 7517)")
  @APIResponse(
      responseCode = "200",
      description = "The keys; a new one is here well before it signs",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public Response keys() {
    CacheControl kept = new CacheControl();
    kept.setNoTransform(false);
    kept.setMaxAge(Math.toIntExact(keys.mayBeKept().toSeconds()));
    return Response.ok(keys.published().toString()).cacheControl(kept).build();
  }
}
