package dev.patchbay.host.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.host.json.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps permissions as JSON, where no list at all differs from an empty one. */
@Converter
public class PermissionsConverter implements AttributeConverter<Permissions, String> {

  @Override
  public String convertToDatabaseColumn(Permissions permissions) {
    try {
      return Json.mapper().writeValueAsString(permissions);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Permissions are plain texts", e);
    }
  }

  @Override
  public Permissions convertToEntityAttribute(String stored) {
    try {
      return Json.mapper().readValue(stored, Permissions.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored permissions of an integration are damaged", e);
    }
  }
}
