package dev.patchbay.host.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import org.glassfish.jersey.server.ParamException;

/**
 * Turns everything thrown into a problem document. What nobody foresaw is logged whole under its
 * correlation id and told to the caller as nothing but that id.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

  @Override
  public Response toResponse(Throwable thrown) {
    Response answer = ProblemAnswer.of(problemOf(thrown));
    if (thrown instanceof WebApplicationException refused) {
      return keepingHeaders(refused.getResponse(), answer);
    }
    return answer;
  }

  private static ProblemException problemOf(Throwable thrown) {
    if (thrown instanceof ProblemException problem) {
      return problem;
    }
    if (thrown.getCause() instanceof ProblemException problem) {
      return problem;
    }
    if (thrown instanceof JsonProcessingException unreadable) {
      return UnreadableJson.problemOf(unreadable);
    }
    if (thrown instanceof ParamException wrong) {
      return parameterProblem(wrong);
    }
    if (thrown instanceof WebApplicationException refused) {
      return StatusProblem.of(refused.getResponse().getStatus());
    }
    return unforeseen(thrown);
  }

  private static ProblemException parameterProblem(ParamException wrong) {
    if (wrong instanceof ParamException.PathParamException) {
      return StatusProblem.of(ProblemType.NOT_FOUND.status());
    }
    return ProblemException.badParameter(
        wrong.getParameterName(), "has a value of the wrong kind; see the API description");
  }

  private static ProblemException unforeseen(Throwable thrown) {
    String id = Correlation.current();
    LOG.log(Level.ERROR, "Request failed unexpectedly, correlation id " + id, thrown);
    return ProblemException.of(
        ProblemType.INTERNAL_ERROR,
        "Something went wrong inside the server. Its log tells more under this correlation id.");
  }

  private static Response keepingHeaders(Response refused, Response answer) {
    Response.ResponseBuilder kept = Response.fromResponse(answer);
    for (String name : new String[] {HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER}) {
      String value = refused.getHeaderString(name);
      if (value != null) {
        kept.header(name, value);
      }
    }
    return kept.build();
  }
}
