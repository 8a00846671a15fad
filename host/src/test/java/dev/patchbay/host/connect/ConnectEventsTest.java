package dev.patchbay.host.connect;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.event.Event;
import dev.patchbay.host.event.EventReader;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.persistence.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What those who follow hear of an attempt to connect. */
@OnBothDatabases
class ConnectEventsTest {
  @AutoClose private final ConnectWorld world;
  private final EventReader reader;

  ConnectEventsTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
    reader = world.told();
  }

  @Test
  void should_tell_when_an_attempt_has_connected() {
    var session = world.connect(new NewConnectSession(world.integrationId, null, null, null, null));

    Event told = reader.all(TENANT).get(0);

    assertThat(told.type()).isEqualTo("connect-session.connected");
    assertThat(told.subject()).isEqualTo(session.id());
    assertThat(told.detail()).isEqualTo(Map.of("connection", session.connectionId()));
  }

  @Test
  void should_tell_when_an_attempt_has_failed() {
    var session = world.invite();
    var consent = world.leave(session);
    world.comeBack(
        Map.of("error", List.of("access_denied"), "state", List.of(consent.state())),
        consent.browser());

    assertThat(reader.all(TENANT))
        .extracting(Event::type, Event::subject)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("connect-session.failed", session.id()));
  }

  @Test
  void should_tell_of_one_end_only() {
    var session = world.connect(new NewConnectSession(world.integrationId, null, null, null, null));

    world.results.failed(TENANT, session.id(), "too late");
    world.results.failed(TENANT, "cse_gone", "never there");

    assertThat(reader.all(TENANT))
        .extracting(Event::type)
        .containsExactly("connect-session.connected");
  }

  @Test
  void should_keep_what_happens_to_each_tenant_apart() {
    world.connected();

    assertThat(reader.all(OTHER_TENANT)).isEmpty();
  }

  @Test
  void should_tell_nothing_of_what_was_rolled_back() {
    assertThatThrownBy(
            () ->
                world.inTransaction(
                    () -> {
                      world.events.append(TENANT, "connection.lost", "con_1", Map.of());
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
    world.connected();

    assertThat(reader.all(TENANT)).extracting(Event::sequence).containsExactly(1L);
  }

  @Test
  void should_number_without_gaps_when_many_tell_at_once() throws Exception {
    Together.run(
        8,
        i ->
            world.inTransaction(
                () -> {
                  world.events.append(TENANT, "connection.lost", "con_" + i, Map.of());
                  return i;
                }));

    assertThat(reader.all(TENANT))
        .extracting(Event::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 8).boxed().toList());
  }

  @Test
  void should_go_on_after_an_event_and_forget_after_a_week() {
    world.connected();
    world.clock.advance(Duration.ofDays(6));
    world.connected();
    long first = reader.all(TENANT).get(0).sequence();

    assertThat(reader.after(TENANT, first)).extracting(Event::sequence).containsExactly(first + 1);

    world.clock.advance(Duration.ofDays(2));
    reader.forget();

    assertThat(reader.all(TENANT)).extracting(Event::sequence).containsExactly(first + 1);
  }
}
