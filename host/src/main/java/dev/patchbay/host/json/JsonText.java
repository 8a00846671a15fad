package dev.patchbay.host.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Writes an object of JDK types as JSON, as the mapper would: a first pull does little else for as
 * long, and here no serializer has to be looked up for each value.
 */
public final class JsonText {
  private static final JsonFactory FACTORY = Json.mapper().getFactory();
  private static final int USUAL_LENGTH = 2_048;

  private JsonText() {}

  /**
   * @param object of String, Boolean, Integer, Long, Double, BigDecimal, List and Map; a property
   *     that is null is left out
   * @throws JsonProcessingException if it is nested too deeply
   */
  public static String of(Map<?, ?> object) throws JsonProcessingException {
    StringWriter text = new StringWriter(USUAL_LENGTH);
    try (JsonGenerator to = FACTORY.createGenerator(text)) {
      write(object, to);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(Map<?, ?> object, JsonGenerator to) throws IOException {
    to.writeStartObject();
    for (Map.Entry<?, ?> property : object.entrySet()) {
      if (property.getValue() != null) {
        to.writeFieldName((String) property.getKey());
        write(property.getValue(), to);
      }
    }
    to.writeEndObject();
  }

  private static void write(List<?> list, JsonGenerator to) throws IOException {
    to.writeStartArray();
    for (Object member : list) {
      write(member, to);
    }
    to.writeEndArray();
  }

  private static void write(Object value, JsonGenerator to) throws IOException {
    if (value instanceof String text) {
      to.writeString(text);
    } else if (value instanceof Map<?, ?> object) {
      write(object, to);
    } else if (value instanceof List<?> list) {
      write(list, to);
    } else if (value instanceof Boolean flag) {
      to.writeBoolean(flag);
    } else if (value instanceof Integer number) {
      to.writeNumber(number);
    } else if (value instanceof Long number) {
      to.writeNumber(number);
    } else if (value instanceof Double number) {
      to.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      to.writeNumber(number);
    } else if (value == null) {
      to.writeNull();
    } else {
      throw new IllegalArgumentException(value.getClass() + " is no type of JSON");
    }
  }
}
