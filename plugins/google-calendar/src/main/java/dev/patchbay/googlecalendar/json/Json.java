package dev.patchbay.googlecalendar.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.jr.ob.JSON;
import dev.patchbay.api.error.Unavailable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Google's JSON as JDK types, every text as Google spelled it: the library's own model classes
 * would respell times. A null says the same as absence and is read so.
 */
public final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** For reading token by token. */
  public static JsonFactory factory() {
    return FACTORY;
  }

  /**
   * @param bytes a whole answer
   * @throws Unavailable if it is no JSON object: then something other than the API answered
   */
  public static Map<String, Object> object(byte[] bytes) {
    try {
      return object(bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new Unavailable("Google answered something that is no JSON object", e);
    }
  }

  /**
   * @param bytes holds the object
   * @param offset where it starts
   * @param length how many bytes it has
   * @throws IOException if it is no JSON object
   */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> object(byte[] bytes, int offset, int length)
      throws IOException {
    try (var parser = FACTORY.createParser(bytes, offset, length)) {
      var object = JSON.std.mapFrom(parser);
      if (object == null || parser.nextToken() != null) {
        throw new IOException("There is no object, or something behind it");
      }
      return (Map<String, Object>) plain(object);
    }
  }

  @SuppressWarnings("unchecked")
  private static Object plain(Object value) {
    if (value instanceof BigInteger whole) {
      return new BigDecimal(whole);
    }
    if (value instanceof Map<?, ?> map) {
      map.values().removeIf(Objects::isNull);
      ((Map<String, Object>) map).replaceAll((name, member) -> plain(member));
    } else if (value instanceof List<?> list) {
      ((List<Object>) list).replaceAll(Json::plain);
    }
    return value;
  }
}
