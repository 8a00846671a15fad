package dev.patchbay.host.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.host.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Writes a refusal as bytes, so that no negotiation or broken writer can lose it. */
final class ProblemAnswer {
  static final String MEDIA_TYPE = "application/problem+json";

  private ProblemAnswer() {}

  static Response of(ProblemException e) {
    Response.ResponseBuilder answer =
        Response.status(e.type().status())
            .type(MEDIA_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(body(e, Correlation.current()));
    if (e.type() == ProblemType.UNAUTHENTICATED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    e.retryAfter()
        .ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(wait)));
    return answer.build();
  }

  static byte[] body(ProblemException e, String correlationId) {
    try {
      return Json.mapper().writeValueAsString(Problem.of(e, correlationId)).getBytes(UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A problem document of plain texts", impossible);
    }
  }
}
