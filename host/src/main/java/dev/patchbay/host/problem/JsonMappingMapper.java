package dev.patchbay.host.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Stands before Jersey's own mapper of this exception, which would answer in Java's words. */
@Provider
@Priority(1)
public class JsonMappingMapper implements ExceptionMapper<JsonMappingException> {

  @Override
  public Response toResponse(JsonMappingException e) {
    return ProblemAnswer.of(UnreadableJson.problemOf(e));
  }
}
