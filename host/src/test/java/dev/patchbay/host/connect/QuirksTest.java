package dev.patchbay.host.connect;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static dev.patchbay.host.fixture.AuthorizationServer.CLIENT_SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.McpClient;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.auth.OAuth2.ClientAuthentication;
import dev.patchbay.api.auth.TokenExchange;
import dev.patchbay.api.auth.TokenExchange.Proof;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.host.connection.Connection;
import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.egress.Exchange;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.json.Json;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.plugin.WebService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Services that do OAuth in ways of their own, each described by a plugin's data alone. */
class QuirksTest {
  private static final String HOST = "https://" + AuthorizationServer.HOST;

  private final List<Map<String, String>> exchanged = new CopyOnWriteArrayList<>();
  private AttackWorld world;

  @AfterEach
  void close() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void should_take_the_token_from_where_it_is_nested_and_ask_with_commas() throws IOException {
    use(AuthorizationServer.declared().scopeSeparator(",").tokenPointer("/authed_user"));
    world.server.tokenFault =
        answer ->
            Answer.json(
                200,
                Map.of(
                    "ok",
                    true,
                    "access_token",
                    "of-the-bot",
                    "authed_user",
                    Map.of("access_token", token(answer), "scope", "events.read,profile")));
    var attempt = world.leave();

    world.comeBack(world.agreed(attempt));

    assertThat(world.asked(attempt)).containsEntry("scope", "events.read,profile");
    assertThat(connection().account().scopes()).containsExactlyInAnyOrder("events.read", "profile");
    assertThat(check()).isEqualTo("ada");
  }

  @Test
  void should_hear_a_refusal_that_comes_with_a_good_status() {
    use(AuthorizationServer.declared().tokenPointer("/authed_user"));
    world.server.tokenFault =
        answer -> Answer.json(200, Map.of("ok", false, "error", "bad_redirect_uri"));
    var attempt = world.leave();

    world.comeBack(world.agreed(attempt));

    assertThat(world.problem(attempt)).isEqualTo("The service said bad_redirect_uri");
  }

  @Test
  void should_hear_that_a_grant_is_dead_in_the_services_own_code() {
    use(AuthorizationServer.declared().grantEndedBy("invalid_refresh_token"));
    world.comeBack(world.agreed(world.leave()));
    world.world.clock.advance(Duration.ofMinutes(58));

    world.server.tokenFault =
        answer -> Answer.json(200, Map.of("ok", false, "error", "invalid_client_id"));
    assertThat(check()).as("the token holds for two minutes more").isEqualTo("ada");
    world.world.clock.advance(Duration.ofMinutes(1));
    world.server.tokenFault =
        answer -> Answer.json(200, Map.of("ok", false, "error", "invalid_refresh_token"));
    assertThatThrownBy(this::check)
        .isInstanceOf(ReauthorizationNeeded.class)
        .hasMessageContaining("invalid_refresh_token");
  }

  @Test
  void should_find_the_service_of_each_tenant_in_the_path() {
    var zone = Setting.builder("zone", "Tenant", Setting.Kind.TEXT).required().build();
    use(
        OAuth2.builder(HOST + "/{zone}/v2.0/authorize", HOST + "/{zone}/v2.0/token")
            .authorizeParameter("response_mode", "query")
            .clientAuthentication(ClientAuthentication.BODY),
        List.of(zone),
        auth -> "Bearer " + auth.token().reveal());
    world.server.rotates = true;
    world.server.further.put("/eu/v2.0/token", world.server::tokenAt);
    var attempt = world.leave();

    world.comeBack(world.agreed(attempt));
    world.world.clock.advance(Duration.ofMinutes(58));

    assertThat(attempt.consent().address().getPath())
        .endsWith("/login.service.test/eu/v2.0/authorize");
    assertThat(check()).isEqualTo("ada");
    assertThat(world.server.tokenRequests())
        .extracting(form -> form.get("grant_type"))
        .containsExactly("authorization_code", "refresh_token");
  }

  @Test
  void should_exchange_a_short_token_for_a_long_one_and_that_for_its_successor() {
    var exchange =
        TokenExchange.of(HOST + "/long", "fb_exchange_token", "fb_exchange_token", Proof.CLIENT);
    use(AuthorizationServer.declared().longLived(exchange).renewal(exchange));
    world.server.tokenFault = QuirksTest::withoutRefreshToken;
    world.server.further.put("/long", this::longToken);

    world.comeBack(world.agreed(world.leave()));
    var first = grant().accessToken().reveal();
    world.world.clock.advance(Duration.ofDays(44));
    check();
    var still = grant().accessToken().reveal();
    world.world.clock.advance(Duration.ofDays(2));
    check();

    assertThat(still).isEqualTo(first);
    assertThat(grant().accessToken().reveal()).isNotEqualTo(first);
    assertThat(exchanged)
        .hasSize(2)
        .allSatisfy(
            form ->
                assertThat(form)
                    .containsEntry("grant_type", "fb_exchange_token")
                    .containsEntry("client_id", AuthorizationServer.CLIENT_ID)
                    .containsEntry("client_secret", CLIENT_SECRET));
    assertThat(exchanged.get(1)).containsEntry("fb_exchange_token", first);
    assertThat(world.server.exchanges)
        .extracting(Exchange::toString)
        .noneMatch(line -> line.contains(CLIENT_SECRET) || line.contains(first));
  }

  @Test
  void should_prove_the_client_only_where_the_service_wants_it() {
    use(
        AuthorizationServer.declared()
            .longLived(
                TokenExchange.of(HOST + "/long", "ig_exchange_token", "access_token", Proof.SECRET))
            .renewal(
                TokenExchange.of(HOST + "/next", "ig_refresh_token", "access_token", Proof.NONE)));
    world.server.tokenFault = QuirksTest::withoutRefreshToken;
    world.server.further.put("/long", this::longToken);
    world.server.further.put("/next", this::longToken);

    world.comeBack(world.agreed(world.leave()));
    world.world.clock.advance(Duration.ofDays(50));
    check();

    assertThat(exchanged.get(0)).containsKey("client_secret").doesNotContainKey("client_id");
    assertThat(exchanged.get(1))
        .containsEntry("grant_type", "ig_refresh_token")
        .doesNotContainKeys("client_secret", "client_id");
  }

  @Test
  void should_use_each_refresh_token_once_however_many_want_a_new_token() throws Exception {
    use(AuthorizationServer.declared());
    world.server.rotates = true;
    world.comeBack(world.agreed(world.leave()));

    for (int i = 0; i < 3; i++) {
      world.world.clock.advance(Duration.ofMinutes(58));
      Together.run(8, caller -> check());
    }

    assertThat(world.server.tokenRequests()).hasSize(4);
    assertThat(world.server.tokenRequests().stream().map(form -> form.get("refresh_token")))
        .doesNotHaveDuplicates();
  }

  @Test
  void should_learn_the_address_of_the_api_from_a_metadata_call() {
    var headers = new CopyOnWriteArrayList<String>();
    use(
        AuthorizationServer.declared().afterToken(QuirksTest::metadata),
        List.of(),
        auth -> {
          headers.add(auth.field("api_endpoint").reveal());
          return "Bearer " + auth.token().reveal();
        });
    world.server.tokenFault = QuirksTest::withoutRefreshToken;
    world.server.further.put(
        "/metadata",
        form ->
            form.get("Authorization").startsWith("OAuth access-")
                ? Answer.json(200, Map.of("api_endpoint", "https://us6.service.test"))
                : Answer.error(401, "invalid_token"));

    world.comeBack(world.agreed(world.leave()));

    assertThat(check()).isEqualTo("ada");
    assertThat(headers).containsOnly("https://us6.service.test");
  }

  @Test
  void should_name_no_service_in_the_hosts_code() throws IOException {
    var names =
        Pattern.compile(
            "google|slack|mailchimp|facebook|instagram|linkedin|calendly|microsoft|twilio|sendgrid"
                + "|whatsapp",
            Pattern.CASE_INSENSITIVE);
    try (var files = Files.walk(Path.of("src/main/java"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .hasSizeGreaterThan(100)
          .noneMatch(file -> names.matcher(withoutImports(file)).find());
    }
  }

  private void use(OAuth2.Builder declared) {
    use(declared, List.of(), auth -> "Bearer " + auth.token().reveal());
  }

  private void use(OAuth2.Builder declared, List<Setting> settings, Function<Auth, String> header) {
    world = new AttackWorld(Dialect.H2, new WebService(declared.build(), settings, header));
  }

  private Answer longToken(Map<String, String> form) {
    exchanged.add(form);
    return Answer.json(
        200, Map.of("access_token", world.server.accessToken("ada"), "expires_in", 60 * 24 * 3600));
  }

  private String check() {
    return world.world.live.read(TENANT, connection().id(), "test", McpClient::check).id();
  }

  private Connection connection() {
    var id = world.world.established.heard().get(0).connectionId();
    return world.world.inTransaction(() -> world.world.connections.find(TENANT, id).orElseThrow());
  }

  private dev.patchbay.host.oauth.Grant grant() {
    return world.world.grants.find(new Holder(TENANT, connection().id())).orElseThrow();
  }

  private static Map<String, Object> metadata(Map<String, Object> answer, Egress http) {
    var request =
        HttpRequest.newBuilder(URI.create(HOST + "/metadata"))
            .header("Authorization", "OAuth " + answer.get("access_token"))
            .build();
    var complete = new HashMap<>(answer);
    try (var body = http.send(request).body()) {
      complete.put("api_endpoint", Json.mapper().readTree(body).path("api_endpoint").asText());
      return complete;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer withoutRefreshToken(Answer answer) {
    return new Answer(
        answer.status(),
        answer.headers(),
        answer.body().replaceAll("\"refresh_token\":\"[^\"]*\",?", "").replace(",}", "}"));
  }

  private static String token(Answer answer) {
    try {
      return Json.mapper().readTree(answer.body()).path("access_token").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutImports(Path file) {
    try {
      return Files.readString(file).replaceAll("(?m)^import .*$", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
