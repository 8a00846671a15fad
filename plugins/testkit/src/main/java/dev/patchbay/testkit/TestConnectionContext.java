package dev.patchbay.testkit;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.ConnectionId;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.setting.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/**
 * What the host would give a plugin for one connection, from parts that a test chooses. The clock
 * stands still. Immutable; each {@code with…} makes a changed copy.
 */
public final class TestConnectionContext implements ConnectionContext {

  /** When it always is: a Monday morning. */
  public static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  private final Egress http;
  private final SocketFactory sockets;
  private final Supplier<Auth> auth;
  private final Settings settings;
  private final Clock clock;

  private TestConnectionContext(
      Egress http, SocketFactory sockets, Supplier<Auth> auth, Settings settings, Clock clock) {
    this.http = Objects.requireNonNull(http, "http");
    this.sockets = Objects.requireNonNull(sockets, "sockets");
    this.auth = Objects.requireNonNull(auth, "auth");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * A context without settings.
   *
   * @param auth asked at every call, so that a test can renew a token in between
   */
  public static TestConnectionContext of(Egress http, Supplier<Auth> auth) {
    return new TestConnectionContext(
        http, TestSockets.to(Map.of()), auth, Settings.none(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /**
   * A context for a plugin that speaks no HTTP, without settings.
   *
   * @param auth asked at every call, so that a test can renew a token in between
   */
  public static TestConnectionContext of(SocketFactory sockets, Supplier<Auth> auth) {
    return of(TestEgress.to(Map.of()), auth).with(sockets);
  }

  /** The same with this way out for everything but HTTP. */
  public TestConnectionContext with(SocketFactory sockets) {
    return new TestConnectionContext(http, sockets, auth, settings, clock);
  }

  /** The same with these settings. */
  public TestConnectionContext with(Settings settings) {
    return new TestConnectionContext(http, sockets, auth, settings, clock);
  }

  /** The same with this clock. */
  public TestConnectionContext with(Clock clock) {
    return new TestConnectionContext(http, sockets, auth, settings, clock);
  }

  @Override
  public ConnectionId id() {
    return new ConnectionId("con_test");
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public Auth auth() {
    return auth.get();
  }

  @Override
  public Egress http() {
    return http;
  }

  @Override
  public SocketFactory sockets() {
    return sockets;
  }

  @Override
  public System.Logger log() {
    return System.getLogger("dev.patchbay.testkit");
  }

  @Override
  public Clock clock() {
    return clock;
  }
}
