package dev.patchbay.host.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Set;
import java.util.TreeSet;

/** Keeps a small set of plain words in one column, separated by spaces as OAuth writes scopes. */
@Converter
public class TextSetConverter implements AttributeConverter<Set<String>, String> {

  @Override
  public String convertToDatabaseColumn(Set<String> words) {
    return words == null ? "" : String.join(" ", new TreeSet<>(words));
  }

  @Override
  public Set<String> convertToEntityAttribute(String stored) {
    return stored == null || stored.isBlank() ? Set.of() : Set.of(stored.split(" ", -1));
  }
}
