package dev.patchbay.host.record;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What people know a record by, so that a list of records can be read by them. */
public final class RecordTitle {

  private RecordTitle() {}

  /** The title of an event or a message, the name of a contact; null if the record has neither. */
  public static String of(Map<String, Object> data) {
    return text(data.get("title"))
        .or(() -> text(data.get("subject")))
        .or(() -> data.get("name") instanceof Map<?, ?> name ? name(name) : text(data.get("name")))
        .orElse(null);
  }

  private static Optional<String> name(Map<?, ?> name) {
    return text(name.get("full")).or(() -> components(name.get("components")));
  }

  private static Optional<String> components(Object components) {
    return components instanceof Iterable<?> parts
        ? text(
            StreamSupport.stream(parts.spliterator(), false)
                .map(part -> part instanceof Map<?, ?> one ? one.get("value") : null)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" ")))
        : Optional.empty();
  }

  private static Optional<String> text(Object value) {
    return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
  }
}
