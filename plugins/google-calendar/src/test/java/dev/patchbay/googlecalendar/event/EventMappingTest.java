package dev.patchbay.googlecalendar.event;

import static dev.patchbay.googlecalendar.event.Mapped.edited;
import static dev.patchbay.googlecalendar.event.Mapped.event;
import static dev.patchbay.googlecalendar.event.Mapped.extension;
import static dev.patchbay.googlecalendar.event.Mapped.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.googlecalendar.json.Node;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventMappingTest {

  @Test
  void should_leave_only_googles_own_in_the_extension_when_it_is_an_everyday_event() {
    var item =
        event(
            """
            "kind":"calendar#event","etag":"\\"3\\"","id":"e1","status":"confirmed",
            "htmlLink":"https://www.google.com/calendar/event?eid=e1",
            "created":"2026-11-01T08:00:00.000Z","updated":"2026-11-02T09:30:15.250Z",
            "summary":"Quarterly review","description":"Bring <b>numbers</b>",
            "location":"Bahnhofstrasse 1, Zürich","colorId":"7","transparency":"transparent",
            "visibility":"private","iCalUID":"e1@google.com","sequence":2,
            "start":{"dateTime":"2026-11-23T12:00:00+01:00","timeZone":"Europe/Zurich"},
            "end":{"dateTime":"2026-11-23T12:45:00+01:00","timeZone":"Europe/Zurich"},
            "hangoutLink":"https://meet.google.com/abc-defg-hij",
            "conferenceData":{"entryPoints":[
             {"entryPointType":"video","uri":"https://meet.google.com/abc-defg-hij",
              "label":"meet.google.com/abc-defg-hij"},
             {"entryPointType":"phone","uri":"tel:+41-44-000-00-00","label":"+41 44 000 00 00",
              "pin":"123456","regionCode":"CH"},
             {"entryPointType":"more","uri":"https://tel.meet/abc-defg-hij"},
             {"entryPointType":"sip","uri":"sip:abc@example.com"}],
             "conferenceSolution":{"name":"Google Meet"},"conferenceId":"abc-defg-hij"},
            "reminders":{"useDefault":false,"overrides":[
             {"method":"popup","minutes":10},{"method":"email","minutes":1440}]},
            "source":{"url":"https://crm.example.com/deals/7","title":"Deal 7"},
            "attachments":[{"fileUrl":"https://drive.google.com/open?id=f1","title":"Agenda",
             "mimeType":"application/pdf","fileId":"f1","iconLink":"https://example.com/i.png"}],
            "extendedProperties":{"private":{"absent":"x"}},
            "eventType":"default","guestsCanInviteOthers":false""");

    assertThat(item.json())
        .containsEntry("uid", "e1@google.com")
        .containsEntry("title", "Quarterly review")
        .containsEntry("description", "Bring <b>numbers</b>")
        .containsEntry("descriptionContentType", "text/html")
        .containsEntry("created", "2026-11-01T08:00:00Z")
        .containsEntry("updated", "2026-11-02T09:30:15.25Z")
        .containsEntry("sequence", 2)
        .containsEntry("status", "confirmed")
        .containsEntry("privacy", "private")
        .containsEntry("freeBusyStatus", "free")
        .containsEntry("color", "#46d6db")
        .containsEntry("useDefaultAlerts", false);
    assertThat(extension(item))
        .isEqualTo(
            json(
                """
                {"kind":"calendar#event","etag":"\\"3\\"","id":"e1",
                "conferenceData":{"conferenceSolution":{"name":"Google Meet"},
                 "conferenceId":"abc-defg-hij"},
                "extendedProperties":{"private":{"absent":"x"}},
                "eventType":"default","guestsCanInviteOthers":false}"""));
  }

  @Test
  void should_have_the_ways_into_a_conference_with_what_google_adds_beside_them() {
    var item =
        event(
            """
            "conferenceData":{"entryPoints":[
             {"entryPointType":"phone","uri":"tel:+41-44-000-00-00","label":"+41 44 000 00 00",
              "pin":"123456","regionCode":"CH"}]}""");

    var room = new Node(item.json()).entries("virtualLocations").values().iterator().next();

    assertThat(room.json())
        .containsEntry("uri", "tel:+41-44-000-00-00")
        .containsEntry("name", "+41 44 000 00 00")
        .containsEntry("features", Map.of("audio", true, "phone", true))
        .containsEntry("google.com:entryPoint", Map.of("pin", "123456", "regionCode", "CH"));
    assertThat(extension(item)).isEmpty();
  }

  @Test
  void should_have_a_hangout_link_as_a_virtual_location_when_there_is_nothing_else() {
    var item = event("\"hangoutLink\":\"https://plus.google.com/hangouts/_/x\"");

    assertThat(item.json().get("virtualLocations"))
        .isEqualTo(
            Map.of(
                "hangout",
                Map.of("@type", "VirtualLocation", "uri", "https://plus.google.com/hangouts/_/x")));
    assertThat(extension(item)).isEmpty();
  }

  @Test
  void should_have_alerts_by_what_they_do_and_when() {
    var item =
        event(
            """
            "reminders":{"useDefault":false,"overrides":[
             {"method":"popup","minutes":0},{"method":"email","minutes":90},
             {"method":"sms","minutes":5}]}""");

    var alerts = new Node(item.json()).entries("alerts");
    assertThat(alerts.keySet()).containsExactly("display-0", "email-90", "display-5");
    assertThat(alerts.get("email-90").json())
        .containsEntry("action", "email")
        .containsEntry("trigger", Map.of("@type", "OffsetTrigger", "offset", "-PT1H30M"));
    assertThat(alerts.get("display-5").json())
        .containsEntry("google.com:reminder", Map.of("method", "sms"));
    assertThat(extension(item)).isEmpty();
  }

  @Test
  void should_have_links_told_apart_by_their_relation() {
    var item =
        event(
            """
            "htmlLink":"https://www.google.com/calendar/event?eid=e1",
            "source":{"url":"https://crm.example.com/deals/7","title":"Deal 7"},
            "attachments":[{"fileUrl":"https://drive.google.com/open?id=f1","title":"Agenda",
             "mimeType":"application/pdf","fileId":"f1"}]""");

    var links = List.copyOf(new Node(item.json()).entries("links").values());
    assertThat(links)
        .extracting(link -> link.json().get("rel"))
        .containsExactly("alternate", "via", "enclosure");
    assertThat(links.get(2).json())
        .containsEntry("href", "https://drive.google.com/open?id=f1")
        .containsEntry("title", "Agenda")
        .containsEntry("contentType", "application/pdf")
        .containsEntry("google.com:attachment", Map.of("fileId", "f1"));
  }

  @ParameterizedTest
  @CsvSource({
    "visibility,default,privacy,",
    "visibility,public,privacy,public",
    "visibility,confidential,privacy,private",
    "transparency,opaque,freeBusyStatus,busy",
    "transparency,glassy,freeBusyStatus,",
    "status,tentative,status,tentative",
    "status,unheard,status,",
    "colorId,11,color,#dc2127",
    "colorId,99,color,"
  })
  void should_map_a_word_when_jscalendar_has_one_for_it(
      String google, String word, String standard, String expected) {
    var item = event("\"" + google + "\":\"" + word + "\"");

    assertThat(item.json().get(standard)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'Bring 3 < 5 apples & pears',",
    "'See <a href=\"https://example.com\">this</a>',text/html",
    "'one<br>two',text/html",
    "'Tom &amp; Jerry',text/html"
  })
  void should_tell_html_by_the_look_of_it(String description, String type) {
    var item = event("\"description\":\"" + description.replace("\"", "\\\"") + "\"");

    assertThat(item.json().get("descriptionContentType")).isEqualTo(type);
  }

  @Test
  void should_write_what_the_crm_changed_and_keep_all_of_googles_own() {
    var item =
        event(
            """
            "id":"e1","summary":"Lunch","colorId":"99","visibility":"confidential",
            "eventType":"focusTime","focusTimeProperties":{"chatStatus":"doNotDisturb"}""");

    var google =
        EventMapping.toGoogle(edited(edited(item, "title", "Late lunch"), "color", "#5484ed"));

    assertThat(google)
        .containsEntry("summary", "Late lunch")
        .containsEntry("colorId", "9")
        .containsEntry("visibility", "confidential")
        .containsEntry("eventType", "focusTime")
        .containsEntry("focusTimeProperties", Map.of("chatStatus", "doNotDisturb"))
        .containsEntry("id", "e1");
  }

  @Test
  void should_write_what_the_crm_removed() {
    var item = event("\"location\":\"Zürich\",\"reminders\":{\"useDefault\":true}");

    var google =
        EventMapping.toGoogle(edited(edited(item, "locations", null), "useDefaultAlerts", null));

    assertThat(google).containsOnlyKeys("iCalUID", "start", "end");
  }

  @Test
  void should_write_an_event_that_the_crm_made() {
    var item =
        CalendarEvent.builder("crm-7@example.com")
            .title("Visit")
            .start(LocalDateTime.parse("2026-12-01T10:00:00"))
            .timeZone(ZoneId.of("Europe/Zurich"))
            .duration(Duration.ofDays(1))
            .set("privacy", "secret")
            .build();

    assertThat(EventMapping.toGoogle(item))
        .isEqualTo(
            json(
                """
                {"iCalUID":"crm-7@example.com","summary":"Visit","visibility":"private",
                "start":{"dateTime":"2026-12-01T10:00:00+01:00","timeZone":"Europe/Zurich"},
                "end":{"dateTime":"2026-12-02T10:00:00+01:00","timeZone":"Europe/Zurich"}}"""));
  }
}
