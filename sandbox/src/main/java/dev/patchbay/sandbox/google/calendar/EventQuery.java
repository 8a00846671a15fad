package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.GoogleError;
import dev.patchbay.sandbox.http.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which events a list call asks for. */
record EventQuery(
    Request request,
    long from,
    long to,
    Optional<Instant> updatedMin,
    boolean showDeleted,
    boolean singleEvents) {
  private static final List<String> NOT_WITH_SYNC_TOKEN =
      List.of(
          "iCalUID",
          "orderBy",
          "privateExtendedProperty",
          "q",
          "sharedExtendedProperty",
          "timeMin",
          "timeMax",
          "updatedMin");

  static EventQuery of(Request request) {
    if (request.query("syncToken").isPresent()) {
      checkBesideSyncToken(request);
    }
    checkOrder(request);
    long from = time(request, "timeMin").map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
    long to = time(request, "timeMax").map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    if (from >= to) {
      throw GoogleError.of(400, "calendar", "timeRangeEmpty", "The specified time range is empty.");
    }
    return new EventQuery(
        request,
        from,
        to,
        time(request, "updatedMin"),
        request.isTrue("showDeleted"),
        request.isTrue("singleEvents"));
  }

  private static void checkBesideSyncToken(Request request) {
    NOT_WITH_SYNC_TOKEN.stream()
        .filter(name -> request.query(name).isPresent())
        .findFirst()
        .ifPresent(
            name -> {
              throw GoogleError.invalid(
                  "The parameter " + name + " cannot be used together with syncToken.");
            });
    if (request.query("showDeleted").filter("false"::equals).isPresent()) {
      throw GoogleError.invalid("showDeleted=false cannot be used together with syncToken.");
    }
  }

  private static void checkOrder(Request request) {
    Optional<String> order = request.query("orderBy");
    boolean known = order.map(o -> List.of("startTime", "updated").contains(o)).orElse(true);
    if (!known) {
      throw GoogleError.of(
          400, "global", "invalidParameter", "Invalid value for orderBy: " + order.get());
    }
    if (order.filter("startTime"::equals).isPresent() && !request.isTrue("singleEvents")) {
      throw GoogleError.invalid(
          "The requested ordering is not available for the particular query.");
    }
  }

  private static Optional<Instant> time(Request request, String name) {
    try {
      return request.query(name).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw GoogleError.of(
          400,
          "global",
          "badRequest",
          "Bad Request: " + name + " must be an RFC 3339 timestamp with an offset");
    }
  }

  /** Whether the answer may end in a sync token: only what reads the whole calendar does. */
  boolean syncable() {
    return NOT_WITH_SYNC_TOKEN.stream()
        .filter(name -> !name.startsWith("time"))
        .noneMatch(name -> request.query(name).isPresent());
  }

  boolean sorted() {
    return singleEvents || request.query("orderBy").isPresent();
  }

  boolean sortedByStart() {
    return request.query("orderBy").filter("startTime"::equals).isPresent();
  }

  boolean inTime(StoredEvent event) {
    return event.span().overlaps(from, to);
  }

  /** Whether the event's content fits the rest of the query; its time is another question. */
  boolean fits(StoredEvent event) {
    if (syncable()) {
      return true;
    }
    ObjectNode document = event.document();
    return updatedMin
            .map(min -> !Instant.parse(document.get("updated").asText()).isBefore(min))
            .orElse(true)
        && request.query("iCalUID").map(document.path("iCalUID").asText()::equals).orElse(true)
        && request.query("q").map(words -> mentions(document, words)).orElse(true)
        && hasProperties(document, "private")
        && hasProperties(document, "shared");
  }

  private static boolean mentions(ObjectNode event, String words) {
    String text =
        String.join(
                " ",
                event.path("summary").asText(),
                event.path("description").asText(),
                event.path("location").asText(),
                event.path("attendees").toString())
            .toLowerCase(Locale.ROOT);
    return List.of(words.toLowerCase(Locale.ROOT).split("\\s+", -1)).stream()
        .allMatch(text::contains);
  }

  private boolean hasProperties(ObjectNode event, String kind) {
    return request.query().getOrDefault(kind + "ExtendedProperty", List.of()).stream()
        .allMatch(
            wanted -> {
              String[] pair = wanted.split("=", 2);
              String actual = event.path("extendedProperties").path(kind).path(pair[0]).asText();
              return pair.length == 2 && actual.equals(pair[1]);
            });
  }
}
