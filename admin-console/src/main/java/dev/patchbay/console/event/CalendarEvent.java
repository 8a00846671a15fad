package dev.patchbay.console.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads a JSCalendar event (RFC 8984) as far as the console shows it. */
record CalendarEvent(JsonNode json) {

  String title() {
    return text("title").orElse("(no title)");
  }

  /** Empty when the event has no start, or one that is not a time. */
  Optional<Occurrence> when() {
    try {
      return text("start")
          .map(LocalDateTime::parse)
          .map(
              start ->
                  Occurrence.of(
                      start,
                      text("duration").orElse(""),
                      json.path("showWithoutTime").asBoolean(),
                      text("timeZone")));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  Optional<String> description() {
    return text("description");
  }

  Optional<String> place() {
    return values("locations")
        .map(place -> place.path("name").asText(""))
        .filter(this::said)
        .findFirst();
  }

  /** Where to join from afar; only addresses that are safe to follow. */
  List<String> links() {
    return values("virtualLocations")
        .map(place -> place.path("uri").asText(""))
        .filter(uri -> uri.startsWith("https://") || uri.startsWith("http://"))
        .toList();
  }

  boolean cancelled() {
    return text("status").filter("cancelled"::equals).isPresent();
  }

  /** How the event repeats, in words; an exception of a series says so. */
  Optional<String> repetition() {
    JsonNode rule = json.path("recurrenceRules").path(0);
    return rule.isObject() ? Optional.of(Repetition.inWords(rule)) : Optional.empty();
  }

  boolean isException() {
    return text("recurrenceId").isPresent();
  }

  List<Person> people() {
    return values("participants").map(Person::of).toList();
  }

  /** Somebody invited, and what they answered. */
  record Person(String name, String answer) {
    static Person of(JsonNode json) {
      String email = json.path("email").asText("");
      String name = json.path("name").asText(email);
      return new Person(name, json.path("participationStatus").asText(""));
    }
  }

  private Stream<JsonNode> values(String map) {
    return StreamSupport.stream(json.path(map).spliterator(), false);
  }

  private Optional<String> text(String field) {
    return Optional.ofNullable(json.path(field).textValue()).filter(this::said);
  }

  private boolean said(String text) {
    return !text.isBlank();
  }
}
