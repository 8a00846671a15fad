package dev.patchbay.host.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Account;
import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.action.Action;
import dev.patchbay.api.action.ActionDescriptor;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.item.Message;
import dev.patchbay.api.item.Schema;
import dev.patchbay.host.fixture.AuthorizationServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A plugin that sends messages by HTTP, and one that only computes what it would send. */
final class Messenger implements IntegrationPlugin {
  static final String PATH = "/messages";

  private static final ActionDescriptor<Message, Map<String, Object>> SEND =
      ActionDescriptor.of("send-message", "Send", Message.SCHEMA, Schema.object("receipt"))
          .with(Message.TO, Message.TEXT);
  private static final ActionDescriptor<Message, Map<String, Object>> PREVIEW =
      ActionDescriptor.of("preview", "Look", Message.SCHEMA, Schema.object("preview"))
          .with(Message.TO);

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.builder("Messenger", AuthorizationServer.declared().build())
        .egressHosts(AuthorizationServer.HOST, AuthorizationServer.API_HOST)
        .actions(SEND, PREVIEW)
        .build();
  }

  @Override
  public McpClient open(ConnectionContext context) {
    return new McpClient() {
      @Override
      public Account check() {
        return Account.of("ada", "Ada", Set.of());
      }

      @Override
      public List<Action<?, ?>> actions() {
        return List.of(new Sending(context));
      }
    };
  }

  /** The service says so with a status that sounds well. */
  static final Map<String, Object> TURNED_AWAY = Map.of("ok", false);

  private record Sending(ConnectionContext context)
      implements Action<Message, Map<String, Object>> {

    @Override
    public ActionDescriptor<Message, Map<String, Object>> descriptor() {
      return SEND;
    }

    @Override
    public Map<String, Object> perform(Message message, IdempotencyKey key) {
      var form =
          "key=" + key.value() + "&text=" + URLEncoder.encode(message.text().orElse(""), UTF_8);
      var request =
          HttpRequest.newBuilder(URI.create("https://" + AuthorizationServer.HOST + PATH))
              .POST(BodyPublishers.ofString(form))
              .build();
      var answer = context.http().send(request);
      try (var body = answer.body()) {
        var text = new String(body.readAllBytes(), UTF_8);
        return switch (answer.statusCode()) {
          case 200 -> said(text);
          case 429 -> throw new RateLimited("Slow down", Duration.ofHours(1));
          case 503 -> throw new Unavailable("Closed");
          default -> throw new Rejected("No: " + text);
        };
      } catch (IOException e) {
        throw new Unavailable("The answer broke off", e);
      }
    }

    private Map<String, Object> said(String text) {
      if (text.equals("{\"ok\":false}")) {
        context.nothingDone();
        throw new ReauthorizationNeeded("The token has ended");
      }
      return Map.of("said", text);
    }
  }
}
