package dev.patchbay.googlecalendar.event;

import com.google.api.client.util.ClassInfo;
import com.google.api.client.util.DateTime;
import com.google.api.client.util.FieldInfo;
import com.google.api.services.calendar.model.Event;
import dev.patchbay.googlecalendar.json.Node;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an event of Google's can hold, as JSON schemas: from the official description, and from the
 * model classes of the client library, which are newer.
 */
final class Schemas {

  private Schemas() {}

  /** The schema of {@code Event} in a discovery document, every reference put in its place. */
  static Map<String, Object> ofDiscovery(Map<String, Object> document) {
    return resolved(new Node(document).child("schemas"), "Event").json();
  }

  /** The schema of the client library's {@code Event}. */
  static Map<String, Object> ofLibrary() {
    return ofType(Event.class).json();
  }

  private static Node resolved(Node schemas, String name) {
    return resolved(schemas, schemas.object(name).orElseThrow());
  }

  private static Node resolved(Node schemas, Node schema) {
    var reference = schema.text("$ref");
    if (reference.isPresent()) {
      return resolved(schemas, reference.get());
    }
    var copy = new Node(new LinkedHashMap<>(schema.json()));
    var properties = Node.empty();
    schema
        .entries("properties")
        .forEach((name, property) -> properties.set(name, resolved(schemas, property)));
    copy.setFilled("properties", properties.json());
    schema.object("items").ifPresent(items -> copy.set("items", resolved(schemas, items)));
    return copy;
  }

  private static Node ofType(Type type) {
    if (type instanceof ParameterizedType generic) {
      var arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? Node.empty().set("type", "array").set("items", ofType(arguments[0]))
          : Node.empty().set("type", "object").set("additionalProperties", ofType(arguments[1]));
    }
    var simple =
        Map.<Type, Map<String, Object>>of(
                String.class, Map.of("type", "string"),
                Boolean.class, Map.of("type", "boolean"),
                Integer.class, Map.of("type", "integer"),
                DateTime.class, Map.of("type", "string", "format", "date-time"),
                Object.class, Map.of("type", "any"))
            .get(type);
    return simple == null ? ofModel((Class<?>) type) : new Node(simple);
  }

  private static Node ofModel(Class<?> model) {
    var properties = Node.empty();
    for (var name : ClassInfo.of(model).getNames()) {
      FieldInfo field = ClassInfo.of(model).getFieldInfo(name);
      properties.set(name, ofType(field.getGenericType()));
    }
    return Node.empty().set("type", "object").set("properties", properties);
  }
}
