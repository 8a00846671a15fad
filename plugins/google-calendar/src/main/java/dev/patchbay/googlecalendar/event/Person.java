package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One person: up to three of Google's entries for them, as an attendee, as the organizer and as the
 * creator, and one participant of JSCalendar. JSCalendar has no role for who merely typed the event
 * in, so the creator has one of Google's (RFC 8984, section 3.3).
 */
final class Person {

  static final String ATTENDEE = "attendee";
  static final String ORGANIZER = "organizer";
  static final String CREATOR = "creator";

  private static final String CREATOR_ROLE = "google.com:creator";
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+");
  private static final Map<String, String> RESPONSES =
      Map.of(
          "needsAction", "needs-action",
          "accepted", "accepted",
          "declined", "declined",
          "tentative", "tentative");
  private static final Faithful PERSON =
      new Faithful("google.com:participant", Person::participant, Person::entries);

  private static final Map<String, String> STATUSES =
      RESPONSES.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private Person() {}

  /** The participant for Google's entries of one person, each under its place's name. */
  static Node toStandard(Node entries) {
    return new Node(PERSON.toStandard(entries.json()));
  }

  /** Google's entries of one person, each under its place's name. */
  static Node toGoogle(Node participant) {
    return new Node(PERSON.toGoogle(participant.json()));
  }

  private static Map<String, Object> participant(Map<String, Object> google) {
    var entries = new Node(google);
    var attendee = entries.object(ATTENDEE);
    return Node.typed("Participant")
        .set("name", first(entries, "displayName"))
        .set("email", first(entries, "email").filter(ADDRESS.asMatchPredicate()))
        .set("kind", attendee.filter(guest -> guest.yes("resource")).map(guest -> "resource"))
        .set("roles", roles(entries))
        .set("participationStatus", text(attendee, "responseStatus").map(RESPONSES::get))
        .set("participationComment", text(attendee, "comment"))
        .json();
  }

  private static Node roles(Node entries) {
    var roles = Node.empty();
    entries
        .object(ATTENDEE)
        .ifPresent(
            guest -> {
              roles.set("attendee", true);
              if (guest.yes("optional")) {
                roles.set("optional", true);
              }
            });
    if (entries.has(ORGANIZER)) {
      roles.set("owner", true);
    }
    if (entries.has(CREATOR)) {
      roles.set(CREATOR_ROLE, true);
    }
    return roles;
  }

  private static Map<String, Object> entries(Map<String, Object> participant) {
    var person = new Node(participant);
    var roles = person.object("roles").orElseGet(Node::empty);
    var entries = Node.empty();
    if (Stream.of("attendee", "optional", "chair", "informational").anyMatch(roles::yes)) {
      entries.set(ATTENDEE, guest(person, roles));
    }
    if (roles.yes("owner")) {
      entries.set(ORGANIZER, contact(person));
    }
    if (roles.yes(CREATOR_ROLE)) {
      entries.set(CREATOR, contact(person));
    }
    return entries.json();
  }

  private static Node guest(Node person, Node roles) {
    var guest = contact(person);
    when(roles.yes("optional"), guest, "optional");
    when(roles.yes("owner"), guest, "organizer");
    when(person.text("kind").filter("resource"::equals).isPresent(), guest, "resource");
    return guest
        .set("responseStatus", person.text("participationStatus").map(STATUSES::get))
        .set("comment", person.text("participationComment"));
  }

  private static Node contact(Node person) {
    return Node.empty().set("email", person.text("email")).set("displayName", person.text("name"));
  }

  private static void when(boolean said, Node guest, String property) {
    if (said) {
      guest.set(property, true);
    }
  }

  private static Optional<String> first(Node entries, String property) {
    for (var entry : entries.members()) {
      var text = entry.text(property);
      if (text.isPresent() && !text.get().isBlank()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(Optional<Node> entry, String property) {
    return entry.flatMap(node -> node.text(property));
  }
}
