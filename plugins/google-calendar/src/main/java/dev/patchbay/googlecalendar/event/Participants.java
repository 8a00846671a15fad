package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Attendees, organizer and creator. In Google's event one person may stand in all three places; in
 * JSCalendar (RFC 8984, section 4.4.6) each is one participant with several roles.
 */
final class Participants implements Concern {

  @Override
  public void toStandard(Node google, Node event) {
    var people = new ArrayList<Node>();
    google
        .objects("attendees")
        .forEach(attendee -> people.add(Node.empty().set(Person.ATTENDEE, attendee)));
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
    var people = event.entries("participants").values().stream().map(Person::toGoogle).toList();
    google.setFilled("attendees", inRole(people, Person.ATTENDEE).map(Node::json).toList());
    google.set(Person.ORGANIZER, inRole(people, Person.ORGANIZER).findFirst());
    google.set(Person.CREATOR, inRole(people, Person.CREATOR).findFirst());
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
            address ->
                people.stream()
                    .filter(
                        person ->
                            places(person)
                                .anyMatch(it -> address(it).filter(address::equals).isPresent()))
                    .findFirst());
  }

  private static Node added(List<Node> people) {
    var person = Node.empty();
    people.add(person);
    return person;
  }

  private static Stream<Node> inRole(List<Node> people, String role) {
    return people.stream().flatMap(person -> person.object(role).stream());
  }

  private static Stream<Node> places(Node person) {
    return person.entries().values().stream();
  }

  private static Optional<String> address(Node someone) {
    return someone.text("email").map(email -> email.toLowerCase(Locale.ROOT));
  }

  private static String id(Node person) {
    return places(person)
        .flatMap(it -> Stream.of(address(it), it.text("id"), it.text("displayName")))
        .flatMap(Optional::stream)
        .findFirst()
        .map(Ids::of)
        .orElse("unknown");
  }
}
