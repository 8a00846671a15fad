package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Attendees, organizer and creator. In Google's event one person may stand in all three places; in
 * JSCalendar (RFC 8984, section 4.4.6) each is one participant with several roles.
 */
final class Participants implements Concern {

  @Override
  public void toStandard(Node google, Node event) {
    var people = new ArrayList<Node>();
    for (var attendee : google.objects("attendees")) {
      people.add(Node.empty().set(Person.ATTENDEE, attendee));
    }
    google
        .object(Person.ORGANIZER)
        .ifPresent(
            organizer ->
                organizing(people, organizer)
                    .orElseGet(() -> added(people))
                    .set(Person.ORGANIZER, organizer));
    google
        .object(Person.CREATOR)
        .ifPresent(
            creator ->
                same(people, creator).orElseGet(() -> added(people)).set(Person.CREATOR, creator));
    var participants = Node.empty();
    people.forEach(person -> Ids.add(participants, id(person), Person.toStandard(person)));
    event.setFilled("participants", participants.json());
  }

  @Override
  public void toGoogle(Node event, Node google) {
    var attendees = new ArrayList<Map<String, Object>>();
    for (var participant : event.object("participants").map(Node::members).orElse(List.of())) {
      var person = Person.toGoogle(participant);
      person.object(Person.ATTENDEE).map(Node::json).ifPresent(attendees::add);
      setFirst(google, person, Person.ORGANIZER);
      setFirst(google, person, Person.CREATOR);
    }
    google.setFilled("attendees", attendees);
  }

  /** Who is marked as the organizer, whatever the order; else who has the organizer's address. */
  private static Optional<Node> organizing(List<Node> people, Node organizer) {
    return people.stream()
        .filter(
            person ->
                person.object(Person.ATTENDEE).filter(guest -> guest.yes("organizer")).isPresent())
        .min(Comparator.comparing(Participants::id))
        .or(() -> same(people, organizer));
  }

  private static Optional<Node> same(List<Node> people, Node someone) {
    return address(someone)
        .flatMap(
            address -> people.stream().filter(person -> isReachedAt(address, person)).findFirst());
  }

  private static Node added(List<Node> people) {
    var person = Node.empty();
    people.add(person);
    return person;
  }

  private static boolean isReachedAt(String address, Node person) {
    for (var place : person.members()) {
      if (address(place).filter(address::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static void setFirst(Node google, Node person, String role) {
    if (!google.has(role)) {
      google.set(role, person.object(role));
    }
  }

  private static Optional<String> address(Node someone) {
    return someone.text("email").map(email -> email.toLowerCase(Locale.ROOT));
  }

  private static String id(Node person) {
    for (var place : person.members()) {
      var known = address(place).or(() -> place.text("id")).or(() -> place.text("displayName"));
      if (known.isPresent()) {
        return Ids.of(known.get());
      }
    }
    return "unknown";
  }
}
