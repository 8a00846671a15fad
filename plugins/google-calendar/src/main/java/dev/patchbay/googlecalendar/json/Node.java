package dev.patchbay.googlecalendar.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A JSON object that is read with an expected type: what is absent or of another type reads as
 * empty, so that a surprise in one property never spoils the rest.
 *
 * @param json in JDK types; changed by what sets, appends and adds
 */
public record Node(Map<String, Object> json) {

  public Node {
    Objects.requireNonNull(json, "json");
  }

  /** A new object with nothing in it. */
  public static Node empty() {
    return new Node(new LinkedHashMap<>());
  }

  /** An empty object with the JSCalendar type that each of its objects carries. */
  public static Node typed(String type) {
    return empty().set("@type", type);
  }

  /** The text of that name. */
  public Optional<String> text(String name) {
    return json.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The whole number of that name. */
  public Optional<Integer> integer(String name) {
    return json.get(name) instanceof Integer number ? Optional.of(number) : Optional.empty();
  }

  /** The flag of that name. */
  public Optional<Boolean> flag(String name) {
    return json.get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
  }

  /** Whether the flag of that name is set. */
  public boolean yes(String name) {
    return flag(name).orElse(false);
  }

  /** The object of that name. */
  public Optional<Node> object(String name) {
    return object(json.get(name));
  }

  /** The object of that name, made if it is not there. */
  public Node child(String name) {
    return object(name)
        .orElseGet(
            () -> {
              var child = empty();
              set(name, child);
              return child;
            });
  }

  /** The objects of a list. */
  public List<Node> objects(String name) {
    return objects(list(name));
  }

  private static List<Node> objects(Collection<?> members) {
    var objects = new ArrayList<Node>(members.size());
    for (var member : members) {
      object(member).ifPresent(objects::add);
    }
    return objects;
  }

  /** The objects of a map from id to object, in its order. */
  public Map<String, Node> entries(String name) {
    return json.get(name) instanceof Map<?, ?> map ? entries(map) : new LinkedHashMap<>(0);
  }

  /** The objects in this one. */
  public List<Node> members() {
    return objects(json.values());
  }

  private static Map<String, Node> entries(Map<?, ?> json) {
    var entries = new LinkedHashMap<String, Node>();
    json.forEach((id, member) -> object(member).ifPresent(node -> entries.put((String) id, node)));
    return entries;
  }

  /** The members of the list of that name. */
  public List<?> list(String name) {
    return json.get(name) instanceof List<?> list ? list : List.of();
  }

  /** Whether there is anything of that name. */
  public boolean has(String name) {
    return json.containsKey(name);
  }

  /** Sets a value; a node as its JSON. */
  public Node set(String name, Object value) {
    json.put(name, value instanceof Node node ? node.json : value);
    return this;
  }

  /** Sets a value if there is one. */
  public Node set(String name, Optional<?> value) {
    return value.isPresent() ? set(name, value.get()) : this;
  }

  /** Adds to the list of that name, made if it is not there. */
  public Node append(String name, Node member) {
    var list = new ArrayList<Object>(list(name));
    list.add(member.json);
    return set(name, list);
  }

  /** Sets a map or a list unless there is nothing in it. */
  public Node setFilled(String name, Object value) {
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
