package dev.patchbay.host.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.auth.Form;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.host.fixture.Answering;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.oauth.Consent;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.plugin.DeclaredPlugins;
import dev.patchbay.host.plugin.WebService;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A server, an honest service, an attacker with a host of their own, and a person with a browser.
 * What counts is whether anything was connected that should not be.
 */
final class AttackWorld implements AutoCloseable {
  final ConnectWorld world;
  final AuthorizationServer server;

  /** The cookies of the person's browser. */
  final Map<String, Cookie> cookies = new HashMap<>();

  /** What the browser says of the page that sends a form. */
  String origin = "https://crm.test";

  AttackWorld(OAuth2.Builder declared) {
    this(Dialect.H2, new WebService(declared.build()));
  }

  AttackWorld(Dialect dialect, WebService plugin) {
    world = new ConnectWorld(dialect, new DeclaredPlugins(plugin));
    server = world.server;
  }

  /** A service whose accounts are connected with an API key. */
  static AttackWorld apiKey(Dialect dialect) {
    return new AttackWorld(dialect, new WebService(Form.apiKey("API key", "Under Settings, API")));
  }

  /** A service without OpenID Connect that never says who it is. */
  static AttackWorld plain() {
    return new AttackWorld(AuthorizationServer.declared());
  }

  /** A service with OpenID Connect. */
  static AttackWorld openId() {
    return new AttackWorld(AuthorizationServer.declaredOpenId());
  }

  /** The person opens a new link in the browser and arrives at the service. */
  Attempt leave() {
    var session = world.invite();
    var consent = world.leave(session);
    keepCookie(consent);
    return new Attempt(session, consent);
  }

  void keepCookie(Consent consent) {
    var name = world.answers.cookieName(consent.state());
    cookies.put(name, new Cookie.Builder(name).value(consent.browser()).build());
  }

  /** The person opens a new link in the browser and arrives at a form. */
  Filling open() {
    return open(world.invite());
  }

  Filling open(ConnectSessionSummary session) {
    var departure = (Departure.ToForm) world.start.start(session.token()).orElseThrow();
    var name = world.answers.formCookieName(session.id());
    cookies.put(name, new Cookie.Builder(name).value(departure.visit().browser()).build());
    return new Filling(session, departure.visit());
  }

  /** The browser sends what the person typed in. */
  FormAnswer send(Filling filling, Map<String, Object> typed) {
    return (FormAnswer)
        world.formResource.submit(filling.session().id(), headers(origin), typed).getEntity();
  }

  /** The browser sends what the person has chosen, and keeps the cookie that it gets. */
  FormAnswer choose(Filling filling, String integrationId) {
    var answer =
        world.formResource.choose(
            filling.session().id(), headers(origin), new NewChoice(integrationId));
    Optional.ofNullable(answer.getHeaderString("Set-Cookie"))
        .ifPresent(
            header -> {
              var pair = header.substring(0, header.indexOf(';')).split("=", 2);
              cookies.put(pair[0], new Cookie.Builder(pair[0]).value(pair[1]).build());
            });
    return (FormAnswer) answer.getEntity();
  }

  /** What the page shows. */
  FormPage shown(Filling filling) {
    return (FormPage) world.formResource.show(filling.session().id(), headers(origin)).getEntity();
  }

  /** The service sends the browser back after the person agreed. */
  String agreed(Attempt attempt) {
    return "code=" + code(attempt) + "&state=" + attempt.consent().state();
  }

  /** The same, of a service that names itself. */
  String agreedAs(Attempt attempt, String issuer) {
    return agreed(attempt) + "&iss=" + URLEncoder.encode(issuer, UTF_8);
  }

  String code(Attempt attempt) {
    return server.consent(asked(attempt));
  }

  Map<String, String> asked(Attempt attempt) {
    return AuthorizationServer.query(attempt.consent().address().getRawQuery());
  }

  /** The browser follows the service back to the callback. */
  Response comeBack(String query) {
    return new OAuthCallback(world.finish, world.answers)
        .receive(address(query), headers(AuthorizationServer.EVIL_HOST));
  }

  /** Fails if the attack has connected anything. */
  void assertNothingConnected() {
    if (!world.established.heard().isEmpty()) {
      throw letThrough("something was connected");
    }
  }

  /** Fails if the attacker's host was told anything. */
  void assertNoLoot() {
    if (!server.loot().isEmpty()) {
      throw letThrough("the attacker was told " + server.loot());
    }
  }

  static void refuse(boolean success, String what) {
    if (success) {
      throw letThrough(what);
    }
  }

  static AssertionError letThrough(String what) {
    return new AssertionError("let through: " + what);
  }

  /** How the attempt stands, for the admin. */
  String problem(Attempt attempt) {
    return String.valueOf(world.look(attempt.session()).problem());
  }

  private UriInfo address(String query) {
    var parameters = new MultivaluedHashMap<String, String>();
    for (var pair : query.split("&")) {
      var parts = pair.split("=", 2);
      parameters.add(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return Answering.with(UriInfo.class, Map.of("getQueryParameters", parameters));
  }

  /** Every header that is asked for has this value. */
  private HttpHeaders headers(String value) {
    var answers = new HashMap<String, Object>(Map.of("getCookies", cookies));
    answers.put("getHeaderString", value);
    return Answering.with(HttpHeaders.class, answers);
  }

  @Override
  public void close() {
    world.close();
  }

  /** A person at a form. */
  record Filling(ConnectSessionSummary session, FormVisit visit) {}

  /** A person on the way. */
  record Attempt(ConnectSessionSummary session, Consent consent) {}
}
