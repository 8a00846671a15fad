package dev.patchbay.host.problem;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.Unavailable;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Reports what a service did not do, under the category that says what to do about it. */
@Provider
public class ServiceFailureMapper implements ExceptionMapper<IntegrationException> {

  @Override
  public Response toResponse(IntegrationException failure) {
    var problem =
        ProblemException.of(typeOf(failure), failure.getMessage())
            .withCategory(failure.getClass().getSimpleName())
            .causedBy(failure);
    if (failure instanceof RateLimited limited) {
      limited.retryAfter().ifPresent(problem::withRetryAfter);
    }
    return ProblemAnswer.of(problem);
  }

  private static ProblemType typeOf(IntegrationException failure) {
    return failure instanceof Unavailable || failure instanceof RateLimited
        ? ProblemType.UNAVAILABLE
        : ProblemType.SERVICE_REFUSED;
  }
}
