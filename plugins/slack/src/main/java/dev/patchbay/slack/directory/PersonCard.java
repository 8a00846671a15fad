package dev.patchbay.slack.directory;

import dev.patchbay.api.item.Contact;
import dev.patchbay.slack.web.SlackObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A person of Slack as a JSContact Card (RFC 9553). Slack's names of the parts serve as the ids in
 * the card; what the card has no place for rides along under {@code slack.com:user}.
 */
final class PersonCard {

  private static final String ID = "slack";
  private static final String SLACKBOT = "USLACKBOT";
  private static final Set<String> MAPPED = Set.of("id", "team_id", "profile", "tz");
  private static final Set<String> MAPPED_OF_PROFILE =
      Set.of("real_name", "first_name", "last_name", "display_name", "email", "phone", "title");

  private final SlackObject user;
  private final SlackObject profile;
  private final Contact.Builder card;

  private PersonCard(SlackObject user) {
    this.user = user;
    this.profile = user.object("profile");
    this.card = Contact.builder(address());
  }

  static Contact of(SlackObject user) {
    return new PersonCard(user).card();
  }

  private Contact card() {
    card.set("kind", isProgram() ? "application" : "individual");
    card.set("name", name());
    part("nicknames", "Nickname", "name", profile.text("display_name"));
    part("emails", "EmailAddress", "address", profile.text("email"));
    part("phones", "Phone", "number", profile.text("phone"));
    part("titles", "Title", "name", profile.text("title"));
    part("addresses", "Address", "timeZone", user.text("tz"));
    photo().ifPresent(uri -> one("media", Map.of("@type", "Media", "kind", "photo", "uri", uri)));
    one("onlineServices", Map.of("@type", "OnlineService", "service", "Slack", "uri", address()));
    return card.set("slack.com:user", rest()).build();
  }

  /** Slack's own links to people look so; the same person has the same one in every listing. */
  private String address() {
    return "slack://user?team=%s&id=%s"
        .formatted(user.text("team_id").orElse(""), user.text("id").orElse(""));
  }

  private boolean isProgram() {
    return user.yes("is_bot") || user.text("id").filter(SLACKBOT::equals).isPresent();
  }

  private Map<String, Object> name() {
    var name = new LinkedHashMap<String, Object>();
    name.put("@type", "Name");
    name.put("full", fullName());
    var components = new ArrayList<Map<String, String>>();
    profile.text("first_name").ifPresent(given -> components.add(component("given", given)));
    profile.text("last_name").ifPresent(family -> components.add(component("surname", family)));
    if (!components.isEmpty()) {
      name.put("components", List.copyOf(components));
    }
    return name;
  }

  private String fullName() {
    return profile
        .text("real_name")
        .or(() -> user.text("real_name"))
        .or(() -> user.text("name"))
        .orElseGet(() -> user.text("id").orElse(""));
  }

  private static Map<String, String> component(String kind, String value) {
    return Map.of("@type", "NameComponent", "kind", kind, "value", value);
  }

  private Optional<String> photo() {
    return profile
        .text("image_original")
        .or(() -> profile.text("image_512"))
        .or(() -> profile.text("image_192"));
  }

  private void part(String property, String type, String name, Optional<String> text) {
    text.ifPresent(value -> one(property, Map.of("@type", type, name, value)));
  }

  private void one(String property, Map<String, String> entry) {
    card.set(property, Map.of(ID, entry));
  }

  private Map<String, Object> rest() {
    return user.without(MAPPED).with("profile", profile.without(MAPPED_OF_PROFILE).json()).json();
  }
}
