package dev.patchbay.googlecalendar.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import dev.patchbay.api.error.Unavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  public static Map<String, Object> object(byte[] bytes, int offset, int length)
      throws IOException {
    try (var parser = FACTORY.createParser(bytes, offset, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("There is no object");
      }
      var object = object(parser);
      if (parser.nextToken() != null) {
        throw new IOException("There is something behind the object");
      }
      return object;
    }
  }

  /** Writes an object of JDK types; a null in it is written, since Google takes it as a removal. */
  public static byte[] bytes(Map<String, Object> object) {
    var bytes = new ByteArrayOutputStream();
    try (var generator = FACTORY.createGenerator(bytes)) {
      write(object, generator);
    } catch (IOException e) {
      throw new UncheckedIOException("JSON of JDK types can be written", e);
    }
    return bytes.toByteArray();
  }

  private static void write(Object value, JsonGenerator to) throws IOException {
    if (value instanceof Map<?, ?> object) {
      to.writeStartObject();
      for (var member : object.entrySet()) {
        to.writeFieldName((String) member.getKey());
        write(member.getValue(), to);
      }
      to.writeEndObject();
    } else if (value instanceof List<?> list) {
      to.writeStartArray();
      for (var member : list) {
        write(member, to);
      }
      to.writeEndArray();
    } else if (value instanceof BigDecimal number) {
      to.writeNumber(number);
    } else {
      to.writePOJO(value);
    }
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    var object = new LinkedHashMap<String, Object>();
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        object.put(name, value(parser));
      }
    }
    return object;
  }

  private static List<Object> list(JsonParser parser) throws IOException {
    var list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(parser.currentToken() == JsonToken.VALUE_NULL ? null : value(parser));
    }
    return list;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> whole(parser);
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      default -> parser.getText();
    };
  }

  private static Number whole(JsonParser parser) throws IOException {
    return parser.getNumberType() == NumberType.BIG_INTEGER
        ? new BigDecimal(parser.getBigIntegerValue())
        : parser.getNumberValue();
  }
}
