package dev.patchbay.bench.limit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Parses a page as a stream and hashes each event, which is the least that finds changes. */
final class EventPage {
  private static final JsonFactory JSON = new JsonFactory();

  final List<String> ids = new ArrayList<>();
  final List<String> hashes = new ArrayList<>();
  final List<String> texts = new ArrayList<>();
  private final byte[] body;
  private final boolean withTexts;
  private final MessageDigest digest;
  private String next;
  private String syncToken;

  private EventPage(byte[] body, boolean withTexts) {
    this.body = body;
    this.withTexts = withTexts;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param withTexts whether the events are to be written
   */
  static EventPage parse(byte[] body, boolean withTexts) throws IOException {
    EventPage page = new EventPage(body, withTexts);
    try (JsonParser parser = JSON.createParser(body)) {
      page.read(parser);
    }
    return page;
  }

  Optional<String> next() {
    return Optional.ofNullable(next);
  }

  Optional<String> syncToken() {
    return Optional.ofNullable(syncToken);
  }

  private void read(JsonParser parser) throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "nextPageToken" -> next = parser.getText();
        case "nextSyncToken" -> syncToken = parser.getText();
        case "items" -> {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            event(parser);
          }
        }
        default -> parser.skipChildren();
      }
    }
  }

  private void event(JsonParser parser) throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean id = parser.currentName().equals("id");
      parser.nextToken();
      if (id) {
        ids.add(parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    int length = (int) parser.currentLocation().getByteOffset() - start;
    digest.update(body, start, length);
    hashes.add(HexFormat.of().formatHex(digest.digest()));
    if (withTexts) {
      texts.add(new String(body, start, length, StandardCharsets.UTF_8));
    }
  }
}
