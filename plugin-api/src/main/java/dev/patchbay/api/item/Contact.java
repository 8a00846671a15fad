package dev.patchbay.api.item;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A person or an organisation as a JSContact Card (RFC 9553). Immutable and safe to share between
 * threads.
 *
 * @since 1
 */
public final class Contact extends Item {

  /** The name of this type: {@code contact}. */
  public static final String TYPE = "contact";

  /** How a contact is read from JSON and written to it. */
  public static final Schema<Contact> SCHEMA =
      Schema.of(TYPE, Contact::of, Contact::json).matchedBy("uid");

  private Contact(Map<String, ?> json) {
    super(TYPE, json);
  }

  /**
   * @param json a JSContact Card; {@code @type}, {@code version} and {@code uid} must be there
   * @throws IllegalArgumentException if it is no JSContact Card; names the property at fault
   */
  public static Contact of(Map<String, ?> json) {
    var contact = new Contact(json);
    contact.demandType("Card");
    contact.demandText("version");
    contact.demandText("uid");
    return contact;
  }

  /** A builder of a contact with this UID (RFC 9553 section 2.1.9). */
  public static Builder builder(String uid) {
    return new Builder(uid);
  }

  /** The UID, the same in all systems (RFC 9553 section 2.1.9). */
  public String uid() {
    return text("uid").orElseThrow();
  }

  /** The full name (RFC 9553 section 2.2.1); empty if only its parts are known. */
  public Optional<String> fullName() {
    return json().get("name") instanceof Map<?, ?> name && name.get("full") instanceof String full
        ? Optional.of(full)
        : Optional.empty();
  }

  /** The e-mail addresses in the order of the card (RFC 9553 section 2.3.1). */
  public List<String> emails() {
    return json().get("emails") instanceof Map<?, ?> emails
        ? emails.values().stream()
            .filter(Map.class::isInstance)
            .map(email -> ((Map<?, ?>) email).get("address"))
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .toList()
        : List.of();
  }

  /** Collects the properties of a contact; not safe for use by several threads. */
  public static final class Builder extends ItemBuilder<Contact, Builder> {

    private Builder(String uid) {
      set("@type", "Card");
      set("version", "1.0");
      set("uid", Objects.requireNonNull(uid, "uid"));
    }

    /** The full name. */
    public Builder fullName(String fullName) {
      return set("name", Map.of("@type", "Name", "full", fullName));
    }

    /** E-mail addresses by the id that the service gives each, or one made from its place. */
    public Builder emails(Map<String, String> addresses) {
      var emails = new LinkedHashMap<String, Object>();
      addresses.forEach(
          (id, address) -> emails.put(id, Map.of("@type", "EmailAddress", "address", address)));
      return set("emails", emails);
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    Contact build(Map<String, Object> properties) {
      return Contact.of(properties);
    }
  }
}
