package dev.patchbay.host.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * What no annotation of a single call says. Runs while the host is built, when the API description
 * is made.
 */
public class ApiDescription implements OASFilter {
  private final List<OASFilter> parts = List.of(new ProblemResponses(), new AccessRules());

  @Override
  public Operation filterOperation(Operation operation) {
    parts.forEach(part -> part.filterOperation(operation));
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    parts.forEach(part -> part.filterOpenAPI(document));
  }
}
