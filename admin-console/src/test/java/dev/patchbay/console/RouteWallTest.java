package dev.patchbay.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import dev.patchbay.console.fixture.Console;
import dev.patchbay.console.signin.SignInView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every page of the console, opened by everybody. A page that is not in the list fails here. */
class RouteWallTest {
  private static final Set<String> ANY = Set.of("server-admin", "admin", "editor", "viewer");
  private static final Map<String, Set<String>> PAGES =
      Map.ofEntries(
          Map.entry("sign-in", Set.of()),
          Map.entry("", ANY),
          Map.entry("connections/:connection", ANY),
          Map.entry("connections/:connection/push-plan", ANY),
          Map.entry("connections/:connection/conflicts", ANY),
          Map.entry("connections/:connection/quarantine", ANY),
          Map.entry("connections/:connection/sync-runs", ANY),
          Map.entry("connections/:connection/sync-settings", ANY),
          Map.entry("connections/:connection/field-mapping", ANY),
          Map.entry("catalogue", ANY),
          Map.entry("end-users", ANY),
          Map.entry("integrations", Set.of("admin")),
          Map.entry("embedding", Set.of("admin")),
          Map.entry("users", Set.of("admin")),
          Map.entry("api-keys", Set.of("admin")),
          Map.entry("single-sign-on", Set.of("admin")));
  private static final Set<String> OFFERED_TO_SERVER_ADMINS = Set.of("Apply changes");

  @RegisterExtension private final Console console = new Console();

  @Test
  void should_know_every_page() {
    assertThat(pages())
        .extracting(RouteData::getTemplate)
        .containsExactlyInAnyOrderElementsOf(PAGES.keySet());
  }

  @Test
  void should_lead_strangers_to_the_sign_in_from_every_page() {
    for (RouteData page : pages()) {
      console.open(address(page));

      assertThat(_find(SignInView.class)).as(page.getTemplate()).hasSize(1);
    }
    assertThat(console.host().calls())
        .as("calls that strangers caused")
        .containsOnly("GET /api/v1/sign-in-options");
  }

  @Test
  void should_open_each_page_to_its_roles_and_to_no_other() {
    for (String role : ANY) {
      console.world().roles(role);
      console.signIn();
      for (RouteData page : pages()) {
        if (!page.getTemplate().equals("sign-in")) {
          assertThat(opens(page))
              .as(page.getTemplate() + " for " + role)
              .isEqualTo(PAGES.get(page.getTemplate()).contains(role));
        }
      }
      console.afresh();
    }
  }

  @Test
  void should_show_what_is_for_the_operator_to_nobody_else() {
    for (String role : List.of("admin", "editor", "viewer")) {
      console.world().roles(role);
      console.signIn();
      for (RouteData page : pages()) {
        console.open(address(page));
        assertThat(Console.words())
            .as(page.getTemplate() + " for " + role)
            .doesNotContain(OFFERED_TO_SERVER_ADMINS.toArray(String[]::new));
      }
      console.afresh();
    }
  }

  @Test
  void should_link_only_to_pages_that_open() {
    console.world().roles("viewer");
    console.signIn();

    assertThat(Console.words())
        .doesNotContain("API keys", "Integrations", "Embedding", "Single sign-on");
  }

  private boolean opens(RouteData page) {
    console.host().calls().clear();
    try {
      console.open(address(page));
    } catch (RuntimeException refused) {
      assertThat(console.host().calls()).as("calls of a page that was refused").isEmpty();
      return false;
    }
    return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
        .anyMatch(shown -> page.getNavigationTarget().isInstance((Component) shown));
  }

  private String address(RouteData page) {
    if (page.getTemplate().contains(":connection") && console.world().connections().isEmpty()) {
      console.world().connect("Anna's calendar", "anna@example.com", "ACTIVE");
    }
    return page.getTemplate().replace(":connection", "con_1");
  }

  private static List<RouteData> pages() {
    return RouteConfiguration.forApplicationScope().getAvailableRoutes();
  }
}
