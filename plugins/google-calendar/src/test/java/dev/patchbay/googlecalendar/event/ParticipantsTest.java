package dev.patchbay.googlecalendar.event;

import static dev.patchbay.googlecalendar.event.Mapped.edited;
import static dev.patchbay.googlecalendar.event.Mapped.event;
import static dev.patchbay.googlecalendar.event.Mapped.extension;
import static dev.patchbay.googlecalendar.event.Mapped.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.googlecalendar.json.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticipantsTest {

  private static final String MEETING =
      """
      "organizer":{"email":"anna@example.com","displayName":"Anna","self":true},
      "creator":{"email":"Anna@example.com","displayName":"Anna","self":true},
      "attendees":[
       {"email":"anna@example.com","displayName":"Anna","organizer":true,"self":true,
        "responseStatus":"accepted"},
       {"email":"ben@example.com","optional":true,"responseStatus":"tentative",
        "comment":"if the train runs","additionalGuests":2},
       {"email":"room-1@resource.example.com","displayName":"Room 1","resource":true,
        "responseStatus":"needsAction"}]""";

  @Test
  void should_be_one_participant_with_several_roles_when_one_person_has_several_places() {
    var people = people(event(MEETING));

    assertThat(people).hasSize(3);
    assertThat(people.get(0).json())
        .containsEntry("name", "Anna")
        .containsEntry("email", "anna@example.com")
        .containsEntry("participationStatus", "accepted")
        .containsEntry(
            "roles", Map.of("attendee", true, "owner", true, "google.com:creator", true));
  }

  @Test
  void should_say_optional_guests_comments_and_rooms() {
    var people = people(event(MEETING));

    assertThat(people.get(1).json())
        .containsEntry("roles", Map.of("attendee", true, "optional", true))
        .containsEntry("participationStatus", "tentative")
        .containsEntry("participationComment", "if the train runs")
        .containsEntry("google.com:participant", Map.of("attendee", Map.of("additionalGuests", 2)));
    assertThat(people.get(2).json())
        .containsEntry("kind", "resource")
        .containsEntry("participationStatus", "needs-action");
  }

  @Test
  void should_leave_nothing_of_people_to_the_event_when_each_keeps_their_own() {
    assertThat(extension(event(MEETING))).isEmpty();
  }

  @Test
  void should_have_a_role_for_who_only_typed_it_in() {
    var people =
        people(
            event(
                """
                "organizer":{"email":"boss@example.com"},
                "creator":{"email":"assistant@example.com"}"""));

    assertThat(people)
        .extracting(person -> person.json().get("roles"))
        .containsExactly(Map.of("owner", true), Map.of("google.com:creator", true));
  }

  @Test
  void should_have_the_same_id_when_the_list_is_in_another_order() {
    var one = event("\"attendees\":[{\"email\":\"a@x.org\"},{\"email\":\"b@x.org\"}]");
    var other = event("\"attendees\":[{\"email\":\"B@X.org\"},{\"email\":\"a@x.org\"}]");

    assertThat(ids(one)).containsExactlyInAnyOrderElementsOf(ids(other));
  }

  @Test
  void should_find_the_organizer_when_two_are_marked_and_a_store_sorted_them() {
    var item =
        event(
            """
            "organizer":{"id":"7"},"attendees":[
             {"organizer":true,"id":"b"},{"organizer":true,"id":"a"},{"organizer":true,"id":"c"}]""");
    var sorted = new TreeMap<>(new Node(item.json()).object("participants").get().json());

    var google = EventMapping.toGoogle(edited(item, "participants", sorted));

    assertThat(google.get("organizer")).isEqualTo(Map.of("id", "7"));
    assertThat((List<?>) google.get("attendees"))
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "{organizer=true, id=b}", "{organizer=true, id=a}", "{organizer=true, id=c}");
  }

  @ParameterizedTest
  @CsvSource({
    "'[{},{}]'",
    "'[{\"displayName\":\"\"}]'",
    "'[{\"email\":\"no address\"}]'",
    "'[{\"email\":\"a@x.org\"},{\"email\":\"a@x.org\"}]'",
    "'[{\"responseStatus\":\"perhaps\",\"optional\":false,\"organizer\":true}]'",
    "'[{\"email\":\"a@x.org\",\"asyncOperation\":\"x\",\"new\":{\"deep\":[1]}}]'",
    "'[\"odd\",{\"email\":\"a@x.org\"}]'",
    "'[]'",
    "'\"odd\"'"
  })
  void should_lose_nothing_when_the_list_is_unusual(String attendees) {
    event("\"attendees\":" + attendees);
    event(
        "\"organizer\":{\"id\":\"7\",\"email\":\"a@x.org\"},\"creator\":{},\"attendees\":"
            + attendees);
  }

  @Test
  void should_keep_what_google_knows_of_the_others_when_the_crm_adds_a_guest() {
    var item = event(MEETING);
    var participants =
        new LinkedHashMap<>(new Node(item.json()).object("participants").get().json());
    participants.put(
        "new",
        Map.of(
            "@type", "Participant", "email", "eve@example.com", "roles", Map.of("attendee", true)));

    var google = EventMapping.toGoogle(edited(item, "participants", participants));

    var expected = json("{" + MEETING + "}");
    assertThat(google.get("organizer")).isEqualTo(expected.get("organizer"));
    assertThat((List<?>) google.get("attendees")).hasSize(4);
    assertThat(((List<?>) google.get("attendees")).subList(0, 3))
        .isEqualTo(expected.get("attendees"));
    assertThat(((List<?>) google.get("attendees")).get(3))
        .isEqualTo(Map.of("email", "eve@example.com"));
  }

  @Test
  void should_write_the_crms_answer_when_it_was_changed() {
    var item =
        event("\"attendees\":[{\"email\":\"a@x.org\",\"id\":\"7\",\"responseStatus\":\"odd\"}]");
    var id = ids(item).get(0);
    var person = new LinkedHashMap<>(people(item).get(0).json());
    person.put("participationStatus", "declined");

    assertThat(
            EventMapping.toGoogle(edited(item, "participants", Map.of(id, person)))
                .get("attendees"))
        .isEqualTo(List.of(Map.of("email", "a@x.org", "id", "7", "responseStatus", "declined")));
  }

  private static List<Node> people(CalendarEvent item) {
    return List.copyOf(new Node(item.json()).entries("participants").values());
  }

  private static List<String> ids(CalendarEvent item) {
    return List.copyOf(new Node(item.json()).entries("participants").keySet());
  }
}
