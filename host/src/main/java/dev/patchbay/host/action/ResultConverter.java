package dev.patchbay.host.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.patchbay.host.json.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what an action gave as one JSON object. */
@Converter
public class ResultConverter implements AttributeConverter<Map<String, Object>, String> {
  private static final TypeReference<LinkedHashMap<String, Object>> RESULT =
      new TypeReference<>() {};

  @Override
  public String convertToDatabaseColumn(Map<String, Object> result) {
    try {
      return result == null ? null : Json.mapper().writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The result of an action cannot be written as JSON", e);
    }
  }

  @Override
  public Map<String, Object> convertToEntityAttribute(String stored) {
    try {
      return stored == null ? null : Json.mapper().readValue(stored, RESULT);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored result of an action cannot be read", e);
    }
  }
}
