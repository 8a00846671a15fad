package dev.patchbay.host.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Account;
import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.api.webhook.Hmac;
import dev.patchbay.api.webhook.Notification;
import dev.patchbay.api.webhook.Receipt;
import dev.patchbay.api.webhook.WebhookReceiver;
import dev.patchbay.api.webhook.WebhookRequest;
import dev.patchbay.api.webhook.WebhookScope;
import dev.patchbay.host.fixture.AuthorizationServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A plugin whose service signs texts: {@code challenge <text>}, or {@code <id> <account> <type>}.
 */
final class Teller implements IntegrationPlugin {
  static final String ACCOUNT = "ada";

  final CountDownLatch inside = new CountDownLatch(1);
  final CountDownLatch mayLeave = new CountDownLatch(1);

  /** What the service sends, signed with its secret at a time. */
  static WebhookRequest signed(String text, String secret, Instant at) {
    byte[] body = text.getBytes(UTF_8);
    byte[] signature = Hmac.sha256(Secret.of(secret)).of(at.getEpochSecond() + ".", body);
    return WebhookRequest.of(
        "POST",
        URI.create("https://crm.test/api/hooks/service/token"),
        Map.of(
            "X-Time",
            List.of(String.valueOf(at.getEpochSecond())),
            "X-Signature",
            List.of(java.util.HexFormat.of().formatHex(signature))),
        body);
  }

  /** What the service sends if it proves itself with a token that it repeats. */
  static WebhookRequest repeating(String text, String token) {
    return WebhookRequest.of(
        "POST",
        URI.create("https://crm.test/api/hooks/service/token"),
        Map.of("X-Token", List.of(token)),
        text.getBytes(UTF_8));
  }

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.builder("Teller", AuthorizationServer.declared().build())
        .egressHosts(AuthorizationServer.HOST, AuthorizationServer.API_HOST)
        .types(TypeDescriptor.readOnly("event", "Events"))
        .settings(Setting.builder("signingSecret", "Secret", Setting.Kind.SECRET).build())
        .webhooks(WebhookScope.integration("signingSecret"))
        .build();
  }

  @Override
  public McpClient open(ConnectionContext context) {
    return () -> Account.of(ACCOUNT, "Ada", Set.of());
  }

  @Override
  public Optional<WebhookReceiver> webhooks() {
    return Optional.of(this::receive);
  }

  private Receipt receive(WebhookRequest request, Secret secret) {
    requireGenuine(request, secret);
    String text = new String(request.body(), UTF_8);
    if (text.equals("wait")) {
      waitInside();
      return Receipt.nothing();
    }
    if (text.startsWith("challenge ")) {
      return Receipt.answer(text.substring("challenge ".length()));
    }
    String[] words = text.split(" ");
    var notification = new Notification(words[0], words[1]);
    return Receipt.of(List.of(words.length > 2 ? notification.about(words[2]) : notification));
  }

  private static void requireGenuine(WebhookRequest request, Secret secret) {
    Optional<String> token = request.header("x-token");
    if (token.isPresent()) {
      if (!Secret.of(token.get()).equals(secret)) {
        throw new Rejected("Another token");
      }
      return;
    }
    String time = request.header("x-time").orElseThrow(() -> new Rejected("unsigned"));
    String signature = request.header("x-signature").orElseThrow(() -> new Rejected("unsigned"));
    if (!Hmac.sha256(secret).matchesHex(signature, time + ".", request.body())) {
      throw new Rejected("forged");
    }
    request.requireFresh(Instant.ofEpochSecond(Long.parseLong(time)), Duration.ofMinutes(5));
  }

  private void waitInside() {
    inside.countDown();
    try {
      mayLeave.await(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
