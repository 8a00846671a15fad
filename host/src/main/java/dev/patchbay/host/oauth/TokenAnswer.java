package dev.patchbay.host.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.scribejava.apis.openid.OpenIdOAuth2AccessToken;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.model.Response;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a token endpoint said, read once: services answer errors with any status, tokens at any
 * depth, so what counts is whether an access token stands where the plugin says.
 */
final class TokenAnswer {
  private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
      new TypeReference<>() {};
  private static final Set<String> OF_THE_GRANT =
      Set.of("access_token", "refresh_token", "expires_in", "token_type", "scope", "id_token");

  private TokenAnswer() {}

  /**
   * ScribeJava's extractor: keeps the whole answer, which {@link #fields} takes apart.
   *
   * @param endings the service's own codes of a dead grant
   */
  static OAuth2AccessToken extract(Response response, Set<String> endings) throws IOException {
    var body = parse(response.getBody());
    if (!response.isSuccessful()) {
      throw refusal(body, endings);
    }
    return new OpenIdOAuth2AccessToken("", body.path("id_token").asText(), response.getBody());
  }

  /**
   * Returns the answer's fields with those of the grant at the top.
   *
   * @param pointer where the grant's fields sit, as a JSON Pointer; empty text for the top
   * @param endings the service's own codes of a dead grant
   */
  static Map<String, Object> fields(OAuth2AccessToken token, String pointer, Set<String> endings) {
    var body = parse(token.getRawResponse());
    var grant = body.at(pointer);
    if (!grant.path("access_token").isTextual()) {
      throw refusal(body, endings);
    }
    var fields = Json.mapper().convertValue(body, FIELDS);
    fields.keySet().removeAll(OF_THE_GRANT);
    fields.putAll(Json.mapper().convertValue(grant, FIELDS));
    return fields;
  }

  private static JsonNode parse(String body) {
    try {
      var node = Json.mapper().readTree(body);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw new Unavailable("The token answer is not JSON");
    }
    throw new Unavailable("The token answer is not a JSON object");
  }

  private static RuntimeException refusal(JsonNode body, Set<String> endings) {
    var said = body.path("error");
    var error =
        said.isObject()
            ? OAuthError.of(said.path("type").asText(), said.path("message").asText())
            : OAuthError.of(said.asText(), body.path("error_description").asText());
    return error.endsGrant() || endings.contains(error.code())
        ? new ReauthorizationNeeded(error.message())
        : new Rejected(error.message());
  }
}
