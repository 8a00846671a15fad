package dev.patchbay.host.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Account;
import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.auth.Authorization;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A plugin that asks the tests' service who it is, with an authorization of the test's choice. It
 * may reach the attacker's host too, so that no declaration stands in for the defence under test.
 */
public final class WebService implements IntegrationPlugin {
  private final Authorization authorization;
  private final List<Setting> settings;
  private final Function<Auth, String> header;

  public WebService(Authorization authorization) {
    this(authorization, List.of(), auth -> "Bearer " + auth.token().reveal());
  }

  /**
   * @param header makes the header of each call out of what the plugin gets
   */
  public WebService(
      Authorization authorization, List<Setting> settings, Function<Auth, String> header) {
    this.authorization = authorization;
    this.settings = settings;
    this.header = header;
  }

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.builder("Service", authorization)
        .egressHosts(
            AuthorizationServer.HOST, AuthorizationServer.API_HOST, AuthorizationServer.EVIL_HOST)
        .settings(settings.toArray(Setting[]::new))
        .build();
  }

  @Override
  public McpClient open(ConnectionContext context) {
    return () -> account(context);
  }

  private Account account(ConnectionContext context) {
    var request =
        HttpRequest.newBuilder(URI.create("https://" + AuthorizationServer.API_HOST + "/me"))
            .header("Authorization", header.apply(context.auth()))
            .build();
    var answer = context.http().send(request);
    try (var body = answer.body()) {
      var text = new String(body.readAllBytes(), UTF_8);
      if (answer.statusCode() == 401) {
        throw new ReauthorizationNeeded("The service said " + text);
      }
      var fields = Json.mapper().readTree(text);
      return Account.of(fields.path("id").asText(), fields.path("name").asText(), Set.of());
    } catch (IOException e) {
      throw new Unavailable("The answer broke off", e);
    }
  }
}
