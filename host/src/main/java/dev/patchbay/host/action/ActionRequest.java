package dev.patchbay.host.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.patchbay.host.caller.RequestKey;
import dev.patchbay.host.json.Json;
import dev.patchbay.host.security.SecretHash;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody asks to have done.
 *
 * @param input as the plugin declares it, already checked
 * @param key under which the same request has one effect
 */
record ActionRequest(
    String tenantId,
    String connectionId,
    String action,
    Map<String, Object> input,
    Optional<RequestKey> key) {

  ActionRequest {
    input = Map.copyOf(input);
  }

  /** The same for the same request, whatever the order of its properties. */
  String hash() {
    return SecretHash.of(connectionId + '\n' + action + '\n' + canonical());
  }

  private String canonical() {
    try {
      return Json.mapper()
          .writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .writeValueAsString(input);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The input of an action cannot be written as JSON", e);
    }
  }
}
