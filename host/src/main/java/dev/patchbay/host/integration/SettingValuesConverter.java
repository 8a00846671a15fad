package dev.patchbay.host.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.patchbay.host.json.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the filled-in settings as one JSON object, each value in the kind that was declared. */
@Converter
public class SettingValuesConverter implements AttributeConverter<Map<String, Object>, String> {
  private static final TypeReference<TreeMap<String, Object>> VALUES = new TypeReference<>() {};

  @Override
  public String convertToDatabaseColumn(Map<String, Object> values) {
    try {
      return Json.mapper().writeValueAsString(new TreeMap<>(values));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Settings of plain values cannot be written", e);
    }
  }

  @Override
  public Map<String, Object> convertToEntityAttribute(String stored) {
    try {
      return Json.mapper().readValue(stored, VALUES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored settings cannot be read", e);
    }
  }
}
