package dev.patchbay.host.integration;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.McpClient;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An integration's client secret gives way to another only if the service knows that one. */
@OnBothDatabases
class ClientReplacementTest {
  private static final Secret RIGHT = Secret.of(AuthorizationServer.CLIENT_SECRET);

  @AutoClose private final ConnectWorld world;

  ClientReplacementTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
  }

  @Test
  void should_keep_the_old_secret_and_tell_the_services_words_when_it_refuses_the_new_one() {
    assertThatThrownBy(() -> change("mistyped-secret"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.INVALID_CONTENT);
              assertThat(problem.errors()).extracting("field").containsExactly("clientSecret");
              assertThat(problem)
                  .hasMessageContaining("Because invalid_client")
                  .hasMessageNotContaining("mistyped-secret");
            });

    assertThat(secret()).isEqualTo(RIGHT);
  }

  @Test
  void should_take_the_new_secret_when_the_service_knows_it() {
    holdAnother();

    change(AuthorizationServer.CLIENT_SECRET);

    assertThat(secret()).isEqualTo(RIGHT);
  }

  @Test
  void should_not_touch_a_living_grant_when_it_tries() {
    var connection = world.connected();
    world.server.tokenRequests().clear();

    assertThatThrownBy(() -> change("mistyped-secret")).isInstanceOf(ProblemException.class);
    change(AuthorizationServer.CLIENT_SECRET);

    assertThat(world.server.tokenRequests())
        .isNotEmpty()
        .allSatisfy(asked -> assertThat(asked).containsEntry("grant_type", "authorization_code"));
    world.clock.advance(Duration.ofMinutes(59));
    assertThat(world.live.read(TENANT, connection, "test", McpClient::check).id()).isEqualTo("ada");
  }

  @Test
  void should_understand_a_service_that_writes_errors_in_its_own_way() {
    world.server.tokenFault =
        answer ->
            Answer.json(
                200,
                Map.of("ok", false, "error", answer.status() == 401 ? "bad_secret" : "bad_code"));

    assertThatThrownBy(() -> change("mistyped-secret")).hasMessageContaining("bad_secret");
    assertThat(secret()).isEqualTo(RIGHT);

    holdAnother();
    change(AuthorizationServer.CLIENT_SECRET);
    assertThat(secret()).isEqualTo(RIGHT);
  }

  @Test
  void should_understand_a_service_whose_error_is_an_object() {
    world.server.tokenFault =
        answer ->
            Answer.json(
                400,
                Map.of(
                    "error",
                    Map.of(
                        "type",
                        "OAuthException",
                        "message",
                        answer.status() == 401 ? "Error validating secret" : "Invalid code")));

    assertThatThrownBy(() -> change("mistyped-secret"))
        .hasMessageContaining("Error validating secret");

    holdAnother();
    change(AuthorizationServer.CLIENT_SECRET);
    assertThat(secret()).isEqualTo(RIGHT);
  }

  @Test
  void should_keep_the_old_secret_when_the_service_is_down() {
    world.server.tokenFault = answer -> new Answer(503, Map.of(), "");

    assertThatThrownBy(() -> change("new")).isInstanceOf(Unavailable.class);

    assertThat(secret()).isEqualTo(RIGHT);
  }

  @Test
  void should_try_another_client_with_the_secret_that_is_kept() {
    assertThatThrownBy(
            () ->
                world.setup.change(
                    TENANT,
                    world.integrationId,
                    new IntegrationChange(null, "client-2", null, null, null, null)))
        .hasMessageContaining("invalid_client");
  }

  @Test
  void should_ask_nothing_when_the_client_does_not_change() {
    world.setup.change(
        TENANT, world.integrationId, new IntegrationChange("New", null, null, null, null, null));

    assertThat(world.server.tokenRequests()).isEmpty();
  }

  @Test
  void should_ask_nothing_for_another_tenant() {
    var change = new IntegrationChange(null, null, "new", null, null, null);

    assertThatThrownBy(() -> world.setup.change(OTHER_TENANT, world.integrationId, change))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
    assertThat(world.server.tokenRequests()).isEmpty();
  }

  @Test
  void should_forget_the_end_of_the_old_secret_when_the_new_one_has_none() {
    var end = world.clock.instant().plus(Duration.ofDays(10));
    assertThat(endsAt(end).clientSecretEndsSoon()).isTrue();

    change(AuthorizationServer.CLIENT_SECRET);

    assertThat(world.setup.get(TENANT, world.integrationId).clientSecretEndsAt()).isNull();
  }

  @Test
  void should_keep_the_end_when_something_else_changes() {
    var end = world.clock.instant().plus(Duration.ofDays(100));
    endsAt(end);

    world.setup.change(
        TENANT, world.integrationId, new IntegrationChange("New", null, null, null, null, null));

    var shown = world.setup.get(TENANT, world.integrationId);
    assertThat(shown.clientSecretEndsAt()).isEqualTo(end);
    assertThat(shown.clientSecretEndsSoon()).isFalse();
  }

  private IntegrationSummary endsAt(Instant end) {
    return world.setup.change(
        TENANT, world.integrationId, new IntegrationChange(null, null, null, null, null, end));
  }

  private void change(String secret) {
    world.setup.change(
        TENANT, world.integrationId, new IntegrationChange(null, null, secret, null, null, null));
  }

  private void holdAnother() {
    world.inTransaction(
        () -> {
          world.secrets.keepClientSecret(stored(), Secret.of("of-last-year"));
          return true;
        });
  }

  private Secret secret() {
    return world.inTransaction(() -> world.secrets.clientSecret(stored()));
  }

  private Integration stored() {
    return world.integrations.find(TENANT, world.integrationId).orElseThrow();
  }
}
