package dev.patchbay.console.connection;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fixture.Console;
import dev.patchbay.console.fixture.Words;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionsViewTest {
  @RegisterExtension private final Console console = new Console();

  @Test
  void should_name_the_next_step_when_nothing_is_connected() {
    console.signIn();
    assertThat(Words.of(_get(ConnectionsView.class)))
        .contains("Connect your first service", "Open the catalogue");
  }

  @Test
  void should_put_first_what_needs_help_when_there_are_several() {
    console.world().connect("Anna's calendar", "anna@example.com", "ACTIVE");
    console.world().connect("Front desk", "desk@example.com", "NEEDS_REAUTH");
    console.signIn();
    assertThat(_find(ConnectionStrip.class))
        .extracting(Words::of)
        .satisfiesExactly(
            first -> assertThat(first).contains("Front desk", "Needs sign-in"),
            second -> assertThat(second).contains("Anna's calendar", "Connected"));
  }

  @Test
  void should_show_a_new_connection_when_one_appears_meanwhile() {
    console.signIn();
    console.world().connect("Anna's calendar", "anna@example.com", "ACTIVE");
    console.beat();
    assertThat(Words.of(_get(ConnectionsView.class))).contains("Anna's calendar");
  }

  @Test
  void should_go_on_when_the_host_is_away_for_a_moment() {
    console.signIn();
    console.world().connect("Anna's calendar", "anna@example.com", "ACTIVE");
    console.host().breakDown(3);
    console.beat();
    console.beat();
    console.beat();
    console.beat();
    assertThat(Words.of(_get(ConnectionsView.class))).contains("Anna's calendar");
  }

  @Test
  void should_ask_the_host_no_longer_when_the_page_is_left() {
    console.signIn();
    assertThat(console.followers()).isEqualTo(1);
    console.open("catalogue");
    assertThat(console.followers()).isZero();
  }

  @Test
  void should_show_a_state_as_unknown_when_the_host_is_newer() {
    console.world().connect("Anna's calendar", "anna@example.com", "HIBERNATING");
    console.signIn();
    assertThat(Words.of(_get(ConnectionsView.class))).contains("Unknown state");
  }

  @Test
  void should_show_only_text_when_a_name_holds_markup() {
    console.world().connect("<script>alert(1)</script>", "x@example.com", "ACTIVE");
    console.signIn();
    assertThat(Words.of(_get(ConnectionsView.class))).contains("<script>alert(1)</script>");
    assertThat(Jsoup.parse(Console.markup()).select("script")).isEmpty();
  }

  @Test
  void should_warn_on_every_page_when_the_services_are_simulated() {
    console.signIn();
    assertThat(Console.words()).contains("Sandbox: the services here are simulated");
  }

  @Test
  void should_stay_calm_when_the_host_is_unreachable() {
    console.signIn();
    console.host().close();
    console.open("catalogue");
    assertThat(Console.words()).contains("The Patchbay server does not answer", "Try again");
  }
}
