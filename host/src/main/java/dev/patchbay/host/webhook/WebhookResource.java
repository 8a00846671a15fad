package dev.patchbay.host.webhook;

import dev.patchbay.api.webhook.WebhookRequest;
import dev.patchbay.host.audit.NotAudited;
import dev.patchbay.host.integration.PublicAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where services tell of changes; see {@link Reception} for what becomes of it. */
@Path("hooks/{plugin}/{token}")
@Tag(name = "webhooks")
@PermitAll
public class WebhookResource {
  private static final byte[] NOTHING = {};

  private final Reception reception;
  private final PublicAddress address;

  @Inject
  public WebhookResource(Reception reception, PublicAddress address) {
    this.reception = reception;
    this.address = address;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @NotAudited("it changes nothing by itself; the pull that it brings forward stands in the runs")
  @Operation(
      summary = "Take what a service sends",
      description =
          "For services only. It answers 200 once it is stored, 401 to what is not genuine or not"
              + " fresh, 404 for any other address, and 503 with Retry-After when it is too much.")
  public Response take(
      @PathParam("plugin") String plugin,
      @PathParam("token") String token,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      byte[] body) {
    return answer(plugin, token, request("POST", plugin, token, uri, headers, body));
  }

  @GET
  @Operation(summary = "Answer a service that checks the address")
  public Response check(
      @PathParam("plugin") String plugin,
      @PathParam("token") String token,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return answer(plugin, token, request("GET", plugin, token, uri, headers, NOTHING));
  }

  @HEAD
  @Operation(hidden = true)
  public Response look() {
    return guarded(Response.noContent()).build();
  }

  private WebhookRequest request(
      String method, String plugin, String token, UriInfo uri, HttpHeaders headers, byte[] body) {
    String query = uri.getRequestUri().getRawQuery();
    URI url = address.webhook(plugin, token);
    return WebhookRequest.of(
        method,
        query == null ? url : URI.create(url + "?" + query),
        headers.getRequestHeaders(),
        Objects.requireNonNullElse(body, NOTHING));
  }

  private Response answer(String plugin, String token, WebhookRequest request) {
    Optional<String> handshake = reception.receive(plugin, token, request);
    return handshake
        .map(text -> guarded(Response.ok(text, "text/plain;charset=UTF-8")).build())
        .orElseGet(() -> guarded(Response.ok()).build());
  }

  /** What a service wants to hear again is shown as a text, and never as a page. */
  private static Response.ResponseBuilder guarded(Response.ResponseBuilder answer) {
    return answer
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'");
  }
}
