package dev.patchbay.host.edit;

import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.api.item.Contact;
import dev.patchbay.api.item.Schema;
import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.record.StorableText;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Holds what a CRM writes against the standard schema of its type. */
final class ItemSchemas {
  private static final Map<String, Schema<?>> STANDARD =
      Map.of(CalendarEvent.TYPE, CalendarEvent.SCHEMA, Contact.TYPE, Contact.SCHEMA);
  private static final Map<String, Map<String, Object>> GIVEN =
      Map.of(
          CalendarEvent.TYPE, Map.of("@type", "Event"),
          Contact.TYPE, Map.of("@type", "Card", "version", "1.0"));

  private ItemSchemas() {}

  /** A new item with what every one of its type has; it need not be said by the CRM. */
  static Map<String, Object> completed(String type, String recordId, Map<String, Object> said) {
    Map<String, Object> item = new LinkedHashMap<>(GIVEN.getOrDefault(type, Map.of()));
    if (STANDARD.containsKey(type)) {
      item.put("uid", recordId + "@patchbay");
    }
    item.putAll(said);
    return item;
  }

  /** The text of a record's data; refuses (422) what its type does not allow. */
  static String text(String type, Map<String, Object> data) {
    try {
      String text = JsonObjects.write(data);
      StorableText.problemOf(text, StorableText.LONGEST_DATA)
          .ifPresent(
              problem -> {
                throw ProblemException.invalid("data", problem);
              });
      Schema<?> schema = STANDARD.get(type);
      if (schema != null) {
        schema.read(JsonObjects.read(text));
      }
      return text;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw ProblemException.invalid("data", e.getMessage());
    }
  }
}
