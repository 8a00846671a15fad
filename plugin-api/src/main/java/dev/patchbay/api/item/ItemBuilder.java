package dev.patchbay.api.item;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Collects the properties of an item; not safe for use by several threads.
 *
 * @param <T> what is built
 * @param <B> the builder itself, so that calls can be chained
 * @since 1
 */
public abstract sealed class ItemBuilder<T extends Item, B extends ItemBuilder<T, B>>
    permits CalendarEvent.Builder, Contact.Builder, Member.Builder, Message.Builder {

  private final Map<String, Object> json = new LinkedHashMap<>();

  ItemBuilder() {}

  abstract B self();

  abstract T build(Map<String, Object> properties);

  /**
   * Any property of the standard schema, or a vendor extension ({@code "example.com:thing"}).
   *
   * @param value JSON in JDK types; null removes the property
   */
  public final B set(String property, Object value) {
    if (value == null) {
      json.remove(property);
    } else {
      json.put(property, value);
    }
    return self();
  }

  /**
   * The item.
   *
   * @throws IllegalArgumentException if a value is no JSON type; names the property
   */
  public final T build() {
    return build(json);
  }
}
