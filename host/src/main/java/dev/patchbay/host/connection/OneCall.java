package dev.patchbay.host.connection;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.ConnectionId;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.setting.Settings;
import dev.patchbay.host.egress.Departures;
import java.time.Clock;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/** What a plugin gets for one call: its connection and no other. */
record OneCall(
    ConnectionId id,
    Settings settings,
    Supplier<Auth> authorization,
    Egress http,
    SocketFactory sockets,
    System.Logger log,
    Clock clock,
    Departures departures)
    implements ConnectionContext {

  @Override
  public Auth auth() {
    return authorization.get();
  }

  @Override
  public void nothingDone() {
    departures.forget();
  }

  @Override
  public String toString() {
    return "OneCall[" + id.value() + "]";
  }
}
