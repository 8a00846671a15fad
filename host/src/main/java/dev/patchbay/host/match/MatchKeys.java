package dev.patchbay.host.match;

import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.api.item.Contact;
import dev.patchbay.api.item.Schema;
import dev.patchbay.host.json.JsonObjects;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the standard schemas say two items have in common if they are the same one. */
final class MatchKeys {
  private static final Map<String, List<String>> PROPERTIES =
      Stream.of(CalendarEvent.SCHEMA, Contact.SCHEMA)
          .collect(Collectors.toMap(Schema::name, Schema::matchedBy));

  private MatchKeys() {}

  /** Empty for a type of which nothing is recognised. */
  static List<String> of(String type) {
    return PROPERTIES.getOrDefault(type, List.of());
  }

  /** The same text for the same item; empty if the item says too little of itself. */
  static Optional<String> key(String type, Map<String, Object> data) {
    List<String> properties = of(type);
    return properties.isEmpty() || !(data.get(properties.get(0)) instanceof String)
        ? Optional.empty()
        : Optional.of(
            JsonObjects.writeValue(Arrays.asList(properties.stream().map(data::get).toArray())));
  }
}
