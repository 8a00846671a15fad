package dev.patchbay.googlecalendar;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.googlecalendar.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page of events, read once as a stream: of each event only what tells whether it changed is
 * taken, and where it lies. Its JSON is parsed when the host wants the item, which for an unchanged
 * event is never.
 *
 * @param events in Google's order
 * @param nextPageToken present unless it is the last page of the pass
 * @param nextSyncToken present on the last page of the pass
 */
record EventsPage(
    List<ListedEvent> events, Optional<String> nextPageToken, Optional<String> nextSyncToken) {

  private static final String KIND = "calendar#events";

  /**
   * @param body a whole answer to {@code events.list}
   * @throws Unavailable if it is none, broken off, or not JSON; a page taken for empty by mistake
   *     would delete every event
   */
  static EventsPage parse(byte[] body) {
    try (var parser = Json.factory().createParser(body)) {
      return new Reader(body, parser).page();
    } catch (IOException e) {
      throw new Unavailable("Google answered something that is no page of events", e);
    }
  }

  private static final class Reader {

    private final byte[] body;
    private final JsonParser parser;
    private final List<ListedEvent> events = new ArrayList<>();
    private String kind;
    private String pageToken;
    private String syncToken;

    Reader(byte[] body, JsonParser parser) {
      this.body = body;
      this.parser = parser;
    }

    EventsPage page() throws IOException {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Unavailable("Google answered JSON that is no page of events");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        property(parser.currentName());
      }
      if (!KIND.equals(kind) || parser.nextToken() != null) {
        throw new Unavailable(
            "Google answered JSON of the kind \"%s\" instead of \"%s\"".formatted(kind, KIND));
      }
      return new EventsPage(events, Optional.ofNullable(pageToken), Optional.ofNullable(syncToken));
    }

    private void property(String name) throws IOException {
      parser.nextToken();
      switch (name) {
        case "kind" -> kind = parser.getValueAsString();
        case "nextPageToken" -> pageToken = parser.getValueAsString();
        case "nextSyncToken" -> syncToken = parser.getValueAsString();
        case "items" -> items();
        default -> parser.skipChildren();
      }
    }

    private void items() throws IOException {
      if (!parser.isExpectedStartArrayToken()) {
        throw new Unavailable("Google answered a page whose items are no list");
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          events.add(event());
        } else {
          throw new Unavailable("Google answered a page with an item that is no event");
        }
      }
    }

    private ListedEvent event() throws IOException {
      var start = (int) parser.currentTokenLocation().getByteOffset();
      var event = new ListedEvent.Builder();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          event.property(name, parser);
        } else {
          parser.skipChildren();
        }
      }
      var end = (int) parser.currentLocation().getByteOffset();
      return event.build(body, start, end - start);
    }
  }
}
