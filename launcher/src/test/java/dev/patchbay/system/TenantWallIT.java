package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every call of the running server's own description, tried by everybody: without a token, with
 * each role, and from another tenant with the ids of this one in every place that takes an id. A
 * call that {@code host/access.txt} does not know fails the build.
 */
@ExtendWith(SharedServer.class)
class TenantWallIT {
  private static final Pattern ROLES = Pattern.compile("Roles: ([a-z, -]+)\\.");

  private final List<Route> routes = Route.declared();
  private final List<String> leaks = new ArrayList<>();
  private PatchbayServer server;
  private TenantMaker makers;
  private JsonNode document;

  @BeforeEach
  void ask(PatchbayServer running) {
    server = running;
    makers = new TenantMaker(running);
    document = server.anonymous().page("/openapi?format=JSON").json();
  }

  @Test
  void should_know_every_call_when_the_server_describes_itself() {
    Set<String> described = new TreeSet<>();
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        verb -> described.add(verb.toUpperCase() + " " + path.getKey())));

    assertThat(routes.stream().filter(route -> !route.isHidden()).map(Route::name))
        .as("host/access.txt")
        .containsExactlyInAnyOrderElementsOf(described);
  }

  @Test
  void should_describe_who_may_call_as_the_table_says() {
    for (Route route : routes) {
      JsonNode call = document.path("paths").path(route.path()).path(route.verb().toLowerCase());
      if (!route.isHidden()) {
        expect(roles(call).equals(route.roles()), route, "described for " + roles(call));
        expect(scope(call).equals(route.scope()), route, "described with " + scope(call));
        expect(call.has("security") != route.isPublic(), route, call.path("security").toString());
      }
    }
    assertThat(document.has("security")).isFalse();
    assertNoLeak();
  }

  @Test
  void should_ask_for_a_token_when_there_is_none() {
    for (Route route : routes) {
      Answer answer = Attempt.atNothing(route).by(server.anonymous());
      boolean asked =
          answer.status() == 401
              && answer.header("WWW-Authenticate").orElse("").startsWith("Bearer");
      expect(asked != route.isPublic(), route, "without a token " + answer);
    }
    assertNoLeak();
  }

  @Test
  void should_open_each_call_to_its_roles_and_to_no_other() {
    String tenant = makers.tenant("Roles");
    List<Caller> callers =
        Stream.concat(
                Stream.of("server-admin", "admin", "editor", "viewer")
                    .map(role -> makers.user(tenant, role)),
                Stream.of(makers.program(tenant, everyScope())))
            .toList();
    int tried = 0;
    for (Route route : routes) {
      for (Caller caller : callers) {
        if (!route.isPublic() && !(route.stopsTheServer() && caller.may(route))) {
          Answer answer = Attempt.atNothing(route).by(caller.client());
          boolean refused = answer.status() == 403;
          boolean unknown = answer.status() == 401;
          expect(refused != caller.may(route) && !unknown, route, caller.name() + ": " + answer);
          tried++;
        }
      }
    }
    assertNoLeak();
    assertThat(tried).isGreaterThan(150);
  }

  @Test
  void should_open_each_call_to_its_scope_and_to_no_other() {
    String tenant = makers.tenant("Scopes");
    Set<String> scopes = everyScope();
    int tried = 0;
    for (String scope : scopes) {
      Caller only = makers.program(tenant, Set.of(scope));
      Caller rest = makers.program(tenant, without(scopes, scope));
      for (Route route : routes) {
        if (route.roles().contains("crm")) {
          boolean needed = route.scope().filter(scope::equals).isPresent();
          boolean free = route.scope().isEmpty();
          expectOpen(free || needed, route, only, "with nothing but " + scope);
          expectOpen(free || !needed, route, rest, "with everything but " + scope);
          tried += 2;
        }
      }
    }
    assertNoLeak();
    assertThat(tried).isGreaterThan(200);
  }

  private Set<String> everyScope() {
    return routes.stream().flatMap(route -> route.scope().stream()).collect(Collectors.toSet());
  }

  @Test
  void should_not_let_a_usual_key_read_credentials() {
    Map<String, Object> wish = Map.of("name", "usual");
    JsonNode key =
        server.admin().post("/tenants/" + makers.tenant("Usual") + "/api-keys", wish).json();

    assertThat(key.path("scopes").toString())
        .contains("records:read")
        .doesNotContain("credentials:read");
  }

  private void expectOpen(boolean open, Route route, Caller caller, String how) {
    Answer answer = Attempt.atNothing(route).by(caller.client());
    expect((answer.status() != 403) == open && answer.status() != 401, route, how + ": " + answer);
  }

  private static Set<String> without(Set<String> scopes, String scope) {
    return scopes.stream().filter(one -> !one.equals(scope)).collect(Collectors.toSet());
  }

  private static Set<String> roles(JsonNode call) {
    Matcher roles = ROLES.matcher(call.path("description").asText());
    return roles.find() ? Set.of(roles.group(1).split(", ")) : Set.of();
  }

  private static Optional<String> scope(JsonNode call) {
    for (JsonNode way : call.path("security")) {
      if (way.has("apiKey") && !way.path("apiKey").isEmpty()) {
        return Optional.of(way.at("/apiKey/0").textValue());
      }
    }
    return Optional.empty();
  }

  @Test
  void should_show_and_change_nothing_when_another_tenant_asks() {
    Belongings things = Belongings.of(server);
    String before = things.state();
    String tenant = makers.tenant("Strangers");
    List<Caller> strangers =
        List.of(
            makers.user(tenant, "admin"),
            makers.user(tenant, "editor"),
            makers.user(tenant, "viewer"),
            makers.user(tenant, "server-admin"),
            makers.program(tenant, everyScope()));
    int tried = 0;
    for (Route route : routes) {
      for (Caller stranger : strangers) {
        if (!route.isPublic() && !route.isForTheOperatorOnly()) {
          tryToReach(things, route, stranger);
          tried++;
        }
      }
    }
    assertNoLeak();
    assertThat(tried).isGreaterThan(150);
    assertThat(things.state()).isEqualTo(before);
  }

  private void tryToReach(Belongings things, Route route, Caller stranger) {
    Attempt attempt = Attempt.at(things, route, document);
    Answer answer = attempt.by(stranger.client());
    List<String> told = things.toldBy(answer.body(), attempt.target() + attempt.body());
    expect(told.isEmpty(), route, stranger.name() + " was told " + told);
    expect(answer.status() < 500, route, stranger.name() + ": " + answer);
    boolean inPath = route.namesSomething() && attempt.namesSomethingOf(things);
    if (inPath) {
      int wanted = stranger.may(route) ? 404 : 403;
      expect(answer.status() == wanted, route, stranger.name() + ": " + answer);
    } else if (!attempt.verb().equals("GET") && attempt.namesSomethingOf(things)) {
      expect(answer.status() >= 400, route, stranger.name() + ": " + answer);
    }
  }

  private void expect(boolean right, Route route, String what) {
    if (!right) {
      leaks.add(route.name() + " " + what);
    }
  }

  private void assertNoLeak() {
    assertThat(leaks).isEmpty();
  }
}
