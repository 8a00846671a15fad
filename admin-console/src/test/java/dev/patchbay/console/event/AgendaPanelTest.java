package dev.patchbay.console.event;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import dev.patchbay.console.fixture.Console;
import dev.patchbay.console.fixture.Words;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AgendaPanelTest {
  private static final LocalDateTime TODAY = LocalDateTime.parse("2026-11-24T09:00:00");

  @RegisterExtension private final Console console = new Console();

  @BeforeEach
  void signIn() {
    console.world().connect("Anna's calendar", "anna@example.com", "ACTIVE");
    console.world().collection("col_1", "Anna Berger", "#1f8a70");
    console.signIn();
  }

  @Test
  void should_put_events_under_their_day_when_they_are_still_to_come() {
    console.world().event("Later", TODAY.plusDays(1));
    console.world().event("Sooner", TODAY.plusHours(2));
    open();
    assertThat(words())
        .containsSubsequence(
            "Upcoming 2",
            "Tuesday, 24 November 2026",
            "11:00–12:00",
            "Sooner",
            "Wednesday, 25 November 2026",
            "09:00–10:00",
            "Later");
  }

  @Test
  void should_keep_apart_what_is_past_and_what_repeats_when_there_is_such() {
    console.world().event("Gone", TODAY.minusDays(1));
    console.world().event("Review", TODAY.minusYears(1), "recurrenceRules", weekly());
    open();
    assertThat(words()).contains("Upcoming 0", "Repeating 1", "Past 1").doesNotContain("Gone ");
    _get(Tabs.class).setSelectedIndex(1);
    assertThat(words()).contains("Review", "Every week on Mon");
    _get(Tabs.class).setSelectedIndex(2);
    assertThat(words()).contains("Gone", "Monday, 23 November 2026");
  }

  @Test
  void should_name_the_time_zone_when_it_is_not_the_calendars_own() {
    console.world().event("At home", TODAY);
    console.world().event("Abroad", TODAY, "timeZone", "Asia/Tokyo");
    open();
    assertThat(words()).contains("Asia/Tokyo").doesNotContain("Europe/Vienna");
  }

  @Test
  void should_ask_the_host_when_somebody_searches() {
    console.world().event("Lunch", TODAY);
    console.world().event("Dinner", TODAY);
    open();
    _setValue(search(), "lunch");
    assertThat(words()).contains("Lunch").doesNotContain("Dinner");
    _setValue(search(), "breakfast");
    assertThat(words()).contains("Nothing found");
  }

  @Test
  void should_show_fifty_at_a_time_when_there_are_many() {
    for (int i = 0; i < 60; i++) {
      console.world().event("Stand-up", TODAY.plusDays(i));
    }
    open();
    assertThat(_find(NativeButton.class)).hasSize(50);
    click("Show more");
    assertThat(_find(NativeButton.class)).hasSize(60);
  }

  @Test
  void should_read_more_only_on_demand_when_the_host_holds_very_many() {
    for (int i = 0; i < 1200; i++) {
      console.world().event("Yesterday's", TODAY.minusDays(1));
    }
    open();
    assertThat(words()).contains("Past 1,000+");
    click("Read more events");
    assertThat(words()).contains("Past 1,200").doesNotContain("+");
  }

  @Test
  void should_say_what_comes_when_there_are_no_events_yet() {
    open();
    assertThat(words()).contains("No events yet", "first sync");
  }

  @Test
  void should_show_everything_and_the_standard_form_when_an_event_is_opened() {
    console
        .world()
        .event(
            "Demo",
            TODAY,
            "description",
            "Bring the price list.",
            "locations",
            Map.of("1", Map.of("name", "Room 4")),
            "virtualLocations",
            Map.of("1", Map.of("uri", "https://meet.example.com/x")),
            "participants",
            Map.of("1", Map.of("name", "Rita", "participationStatus", "accepted")));
    open();
    _click(_get(NativeButton.class));
    assertThat(Words.of(_get(EventDrawer.class)))
        .contains("Room 4", "Bring the price list.", "https://meet.example.com/x")
        .contains("Rita · accepted", "Tuesday, 24 November 2026, 09:00–10:00", "Europe/Vienna")
        .contains("\"description\" : \"Bring the price list.\"");
  }

  @Test
  void should_neither_run_nor_link_anything_when_an_event_is_hostile() {
    console
        .world()
        .event(
            "<img src=x onerror=alert(1)>",
            TODAY,
            "description",
            "<script>alert(2)</script>",
            "virtualLocations",
            Map.of("1", Map.of("uri", "javascript:alert(3)")));
    console.world().collection("col_2", "Evil", "red;background:url(//evil)");
    open();
    _click(_get(NativeButton.class));
    assertThat(Jsoup.parse(Console.markup()).select("script, [onerror], [href^=javascript]"))
        .isEmpty();
    assertThat(Console.markup()).doesNotContain("evil)");
    assertThat(words()).contains("<img src=x onerror=alert(1)>");
  }

  private static List<Map<String, Object>> weekly() {
    return List.of(Map.of("frequency", "weekly", "byDay", List.of(Map.of("day", "mo"))));
  }

  private void open() {
    console.open("connections/con_1");
  }

  private static void click(String text) {
    _click(_get(Button.class, spec -> spec.withText(text)));
  }

  private static TextField search() {
    return _get(TextField.class, spec -> spec.withPlaceholder("Search"));
  }

  private static String words() {
    return Words.of(_get(AgendaPanel.class));
  }
}
