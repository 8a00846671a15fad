package dev.patchbay.host.security;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
  public String keys() {
    return keys.published().toString();
  }
}
