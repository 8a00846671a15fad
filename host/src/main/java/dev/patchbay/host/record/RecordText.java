package dev.patchbay.host.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Words that the text of a record may hold, capital or small. */
final class RecordText {
  private static final JsonFactory JSON = new JsonFactory();

  private final String words;

  RecordText(String words) {
    this.words = words.toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a value that a person would read holds the words; {@code @type} and its like do not
   * count.
   */
  boolean isIn(String data) {
    try (JsonParser parser = JSON.createParser(data)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING && isReadable(parser.currentName()) && holds(parser)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("The data of a record is no JSON", e);
    }
  }

  private static boolean isReadable(String property) {
    return property == null || !property.startsWith("@");
  }

  private boolean holds(JsonParser parser) throws IOException {
    return parser.getText().toLowerCase(Locale.ROOT).contains(words);
  }
}
