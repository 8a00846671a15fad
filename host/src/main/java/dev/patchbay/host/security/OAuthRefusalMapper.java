package dev.patchbay.host.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.patchbay.host.problem.RetryAfter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a refused token call as OAuth clients expect it, not as a problem document. */
@Provider
public class OAuthRefusalMapper implements ExceptionMapper<OAuthRefusal> {

  @Override
  public Response toResponse(OAuthRefusal refusal) {
    Response.ResponseBuilder answer =
        Response.status(refusal.status())
            .type(MediaType.APPLICATION_JSON)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(new Body(refusal.error(), refusal.getMessage()));
    if (refusal.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"patchbay\"");
    }
    refusal
        .retryAfter()
        .ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(wait)));
    return answer.build();
  }

  private record Body(String error, @JsonProperty("error_description") String errorDescription) {}
}
