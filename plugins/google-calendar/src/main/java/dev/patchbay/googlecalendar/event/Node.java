package dev.patchbay.googlecalendar.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JSON object that is read with an expected type: what is absent or of another type reads as
 * empty, so that a surprise in one property never spoils the rest.
 *
 * @param json in JDK types; changed by {@link #set}
 */
record Node(Map<String, Object> json) {

  Node {
    Objects.requireNonNull(json, "json");
  }

  static Node empty() {
    return new Node(new LinkedHashMap<>());
  }

  /** An empty object with the JSCalendar type that each of its objects carries. */
  static Node typed(String type) {
    return empty().set("@type", type);
  }

  Optional<String> text(String name) {
    return json.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  Optional<Integer> integer(String name) {
    return json.get(name) instanceof Integer number ? Optional.of(number) : Optional.empty();
  }

  Optional<Boolean> flag(String name) {
    return json.get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
  }

  boolean yes(String name) {
    return flag(name).orElse(false);
  }

  Optional<Node> object(String name) {
    return object(json.get(name));
  }

  /** The object of that name, made if it is not there. */
  Node child(String name) {
    return object(name)
        .orElseGet(
            () -> {
              var child = empty();
              set(name, child);
              return child;
            });
  }

  /** The objects of a list. */
  Stream<Node> objects(String name) {
    return list(name).stream().flatMap(member -> object(member).stream());
  }

  /** The objects of a map from id to object, in its order. */
  Map<String, Node> entries(String name) {
    return object(name).map(Node::entries).orElseGet(LinkedHashMap::new);
  }

  /** The objects in this one, by their names. */
  Map<String, Node> entries() {
    var entries = new LinkedHashMap<String, Node>();
    json.forEach((id, member) -> object(member).ifPresent(node -> entries.put(id, node)));
    return entries;
  }

  List<?> list(String name) {
    return json.get(name) instanceof List<?> list ? list : List.of();
  }

  boolean has(String name) {
    return json.containsKey(name);
  }

  Node set(String name, Object value) {
    json.put(name, value instanceof Node node ? node.json : value);
    return this;
  }

  Node set(String name, Optional<?> value) {
    value.ifPresent(present -> set(name, present));
    return this;
  }

  /** Adds to the list of that name, made if it is not there. */
  Node append(String name, Node member) {
    var list = new ArrayList<Object>(list(name));
    list.add(member.json);
    return set(name, list);
  }

  /** Sets a map or a list unless there is nothing in it. */
  Node setFilled(String name, Object value) {
    var empty =
        value instanceof Map<?, ?> map
            ? map.isEmpty()
            : value instanceof List<?> list && list.isEmpty();
    return empty ? this : set(name, value);
  }

  @SuppressWarnings("unchecked")
  private static Optional<Node> object(Object value) {
    return value instanceof Map<?, ?> map
        ? Optional.of(new Node((Map<String, Object>) map))
        : Optional.empty();
  }
}
