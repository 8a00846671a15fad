package dev.patchbay.slack;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.ConnectionId;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.item.Message;
import dev.patchbay.api.setting.Settings;
import dev.patchbay.slack.message.SendMessage;
import dev.patchbay.slack.web.WebApi;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import javax.net.SocketFactory;

/** Notes, as the host does, whether what was sent may have had an effect. */
final class TellingContext implements ConnectionContext {

  private final ConnectionContext behind;
  private boolean acted;

  TellingContext(ConnectionContext behind) {
    this.behind = behind;
  }

  void send(String to) {
    acted = false;
    new SendMessage(new WebApi(this))
        .perform(Message.to(to).text("Hello").build(), new IdempotencyKey("k"));
  }

  boolean saysNothingDone() {
    return !acted;
  }

  @Override
  public void nothingDone() {
    acted = false;
  }

  @Override
  public Egress http() {
    return this::noted;
  }

  private HttpResponse<InputStream> noted(HttpRequest request) {
    acted |= request.method().equals("POST");
    return behind.http().send(request);
  }

  @Override
  public ConnectionId id() {
    return behind.id();
  }

  @Override
  public Settings settings() {
    return behind.settings();
  }

  @Override
  public Auth auth() {
    return behind.auth();
  }

  @Override
  public SocketFactory sockets() {
    return behind.sockets();
  }

  @Override
  public System.Logger log() {
    return behind.log();
  }

  @Override
  public Clock clock() {
    return behind.clock();
  }
}
