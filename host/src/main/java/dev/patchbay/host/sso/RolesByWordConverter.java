package dev.patchbay.host.sso;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.patchbay.host.json.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;

/** Keeps as JSON which word of a provider means which role. */
@Converter
public class RolesByWordConverter implements AttributeConverter<Map<String, String>, String> {
  private static final TypeReference<TreeMap<String, String>> ROLES = new TypeReference<>() {};

  @Override
  public String convertToDatabaseColumn(Map<String, String> roles) {
    try {
      return Json.mapper().writeValueAsString(new TreeMap<>(roles));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Roles are plain texts", e);
    }
  }

  @Override
  public Map<String, String> convertToEntityAttribute(String stored) {
    try {
      return Json.mapper().readValue(stored, ROLES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored roles of a sign-in provider are damaged", e);
    }
  }
}
