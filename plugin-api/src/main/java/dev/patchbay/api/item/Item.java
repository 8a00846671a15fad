package dev.patchbay.api.item;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that a CRM and a service share, in its standard schema: a contact, an event, a message.
 *
 * <p>An item is canonical JSON in JDK types (String, Boolean, Integer, Long, Double, BigDecimal,
 * List, Map with String keys); its subclasses are typed views of it. What a service has and the
 * standard schema lacks rides along under a vendor extension, a property whose name is prefixed
 * with the vendor's domain and a colon ({@code "google.com:event"}, RFC 8984 section 3.3), and
 * survives the way to the CRM and back.
 *
 * <p>Items are immutable and safe to share between threads. Two items are equal if type and JSON
 * are.
 *
 * @since 1
 */
public class Item {

  private final String type;
  private final Map<String, Object> json;

  /**
   * @param type the type's name, such as {@code event}
   * @param json the whole item; copied
   */
  protected Item(String type, Map<String, ?> json) {
    this.type = Objects.requireNonNull(type, "type");
    this.json = Json.frozen(json);
  }

  /**
   * An item of a type that a plugin declares with a JSON Schema of its own.
   *
   * @param type the type's name, such as {@code slack-channel}
   * @param json the whole item; copied
   * @throws IllegalArgumentException if a value is no JSON type; names the property
   */
  public static Item of(String type, Map<String, ?> json) {
    return new Item(type, json);
  }

  /** The name of the item's type, such as {@code event}. */
  public final String type() {
    return type;
  }

  /** The whole item as unmodifiable JSON in JDK types. */
  public final Map<String, Object> json() {
    return json;
  }

  /**
   * The text of a property.
   *
   * @return the text, or empty if the property is absent or no text
   */
  protected final Optional<String> text(String property) {
    return json.get(property) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** Refuses JSON that says it is something else than {@code expected}. */
  final void demandType(String expected) {
    if (!expected.equals(json.get("@type"))) {
      throw new IllegalArgumentException(
          "The property \"@type\" of an item of type \"%s\" must be \"%s\", not %s"
              .formatted(type, expected, json.get("@type")));
    }
  }

  /** Refuses JSON without a text under this property. */
  final void demandText(String property) {
    if (text(property).filter(text -> !text.isBlank()).isEmpty()) {
      throw new IllegalArgumentException(
          "The property \"%s\" of an item of type \"%s\" must be a text that is not blank"
              .formatted(property, type));
    }
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Item item && type.equals(item.type) && json.equals(item.json);
  }

  @Override
  public final int hashCode() {
    return Objects.hash(type, json);
  }

  /** Names the type only, since an item may hold personal data that has no place in a log. */
  @Override
  public final String toString() {
    return "Item[" + type + "]";
  }
}
