package dev.patchbay.host.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says once for every call of the API what a refusal looks like. */
class ProblemResponses implements OASFilter {
  private static final String NAME = "Problem";

  @Override
  public Operation filterOperation(Operation operation) {
    if (operation.getResponses() != null && operation.getResponses().getDefaultValue() == null) {
      operation.getResponses().setDefaultValue(OASFactory.createAPIResponse().ref(NAME));
    }
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.getComponents().addSchema(NAME, problem()).addResponse(NAME, response());
  }

  private static APIResponse response() {
    MediaType body = OASFactory.createMediaType().schema(OASFactory.createSchema().ref(NAME));
    return OASFactory.createAPIResponse()
        .description("Refused; the document says why (RFC 9457)")
        .content(OASFactory.createContent().addMediaType("application/problem+json", body));
  }

  private static Schema problem() {
    return object()
        .required(List.of("type", "title", "status", "detail", "correlationId"))
        .addProperty("type", text().format("uri"))
        .addProperty("title", text())
        .addProperty("status", OASFactory.createSchema().type(Schema.SchemaType.INTEGER))
        .addProperty("detail", text())
        .addProperty("instance", text())
        .addProperty("category", text())
        .addProperty("correlationId", text())
        .addProperty(
            "errors", OASFactory.createSchema().type(Schema.SchemaType.ARRAY).items(fieldError()));
  }

  private static Schema fieldError() {
    return object()
        .required(List.of("field", "message"))
        .addProperty("field", text())
        .addProperty("message", text());
  }

  private static Schema object() {
    return OASFactory.createSchema().type(Schema.SchemaType.OBJECT);
  }

  private static Schema text() {
    return OASFactory.createSchema().type(Schema.SchemaType.STRING);
  }
}
