package dev.patchbay.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A provider's own OpenAPI description, kept outside the repository. Fields that the provider added
 * later, and its newer client library knows, are taken out before the comparison.
 */
final class OfficialDescription {
  private static final Set<String> ADDED_LATER =
      Set.of("outOfOfficeProperties", "focusTimeProperties");

  private final OpenApiInteractionValidator validator;

  private OfficialDescription(Path file) {
    this.validator = OpenApiInteractionValidator.createFor(file.toUri().toString()).build();
  }

  /** Empty, and plainly said, when the descriptions are not on this machine. */
  static Optional<OfficialDescription> find(String name) {
    Path file = Path.of(System.getProperty("contracts.dir", "../../shared/contracts"), name);
    if (Files.exists(file)) {
      return Optional.of(new OfficialDescription(file));
    }
    System.out.println(
        "The official API description "
            + name
            + " is absent (-Dcontracts.dir): the sandbox's answers are NOT compared with it.");
    assertThat(Boolean.getBoolean("contracts.required"))
        .as("-Dcontracts.required=true, but %s does not exist", file)
        .isFalse();
    return Optional.empty();
  }

  void accepts(Request.Method method, String path, JsonNode answer) {
    JsonNode body = withoutLaterFields(answer.deepCopy());
    var report =
        validator.validateResponse(
            path,
            method,
            SimpleResponse.Builder.ok()
                .withContentType("application/json")
                .withBody(Json.bytes(body))
                .build());
    assertThat(report.getMessages()).as(method + " " + path).isEmpty();
  }

  private static JsonNode withoutLaterFields(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(ADDED_LATER);
      if (object.get("workingLocationProperties") instanceof ObjectNode place) {
        place.remove("type");
      }
    }
    node.forEach(OfficialDescription::withoutLaterFields);
    return node;
  }
}
