package dev.patchbay.host.oauth;

import dev.patchbay.api.auth.AfterToken;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.egress.EgressGate;
import dev.patchbay.host.egress.Origin;
import dev.patchbay.host.egress.Sender;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.oauth.Consents.Returned;
import dev.patchbay.host.openid.Expected;
import dev.patchbay.host.openid.IdTokens;
import dev.patchbay.host.plugin.PluginCalls;
import dev.patchbay.host.plugin.ReadyPlugin;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a grant of the code that a person brought back: exchanges it, checks who the service says
 * it is about, and takes the further steps that the plugin declares.
 */
@Singleton
public class CodeExchange {
  private static final String ID_TOKEN = "id_token";

  private final OAuthClients clients;
  private final IdTokens idTokens;
  private final PluginCalls calls;
  private final EgressGate gate;
  private final Clock clock;

  @Inject
  public CodeExchange(
      OAuthClients clients, IdTokens idTokens, PluginCalls calls, EgressGate gate, Clock clock) {
    this.clients = clients;
    this.idTokens = idTokens;
    this.calls = calls;
    this.gate = gate;
    this.clock = clock;
  }

  /**
   * @throws IntegrationException in the category that fits, if the service gives no good grant
   */
  public Grant spend(Integration integration, String code, Returned returned) {
    var client = clients.of(integration);
    var plugin = clients.plugin(integration.plugin());
    var sender = plugin.sender().from(Origin.of(integration.tenantId()));
    var answer = identified(client, client.exchange(code, returned.verifier()), returned, sender);
    var declared = clients.declared(plugin);
    var complete = completed(plugin, declared, lasting(client, declared, answer), sender);
    var grant = lasting(declared, Grant.of(complete, clock.instant()));
    return declared.renewal().isPresent() ? grant.renewingItself() : grant;
  }

  private Grant lasting(OAuth2 declared, Grant grant) {
    return declared
        .consentLifetime()
        .map(life -> grant.lastingAtMost(life, clock.instant()))
        .orElse(grant);
  }

  /** Puts the subject of a good id_token in its place; nothing else of it is kept. */
  private Map<String, Object> identified(
      OAuthClient client, Map<String, Object> answer, Returned returned, Sender sender) {
    var fields = new LinkedHashMap<>(answer);
    var idToken = String.valueOf(fields.remove(ID_TOKEN));
    fields.remove(Grant.SUBJECT);
    if (client.wantsIdToken()) {
      fields.put(Grant.SUBJECT, subject(client, idToken, answer, returned, sender));
    }
    return fields;
  }

  private String subject(
      OAuthClient client,
      String idToken,
      Map<String, Object> answer,
      Returned returned,
      Sender sender) {
    var endpoints = client.endpoints();
    var expected =
        new Expected(
            endpoints.issuer().orElseThrow(),
            client.clientId(),
            returned.request().nonceHash().orElse(""),
            accessToken(answer));
    return idTokens.subject(idToken, expected, endpoints.keys().orElseThrow(), sender);
  }

  private static Map<String, Object> lasting(
      OAuthClient client, OAuth2 declared, Map<String, Object> answer) {
    return declared
        .longLived()
        .map(exchange -> merged(answer, client.swap(exchange, accessToken(answer))))
        .orElse(answer);
  }

  private static Map<String, Object> merged(Map<String, Object> before, Map<String, Object> after) {
    var fields = new LinkedHashMap<>(before);
    fields.remove("expires_in");
    fields.putAll(after);
    return fields;
  }

  private Map<String, Object> completed(
      ReadyPlugin plugin, OAuth2 declared, Map<String, Object> answer, Sender sender) {
    return declared
        .afterToken()
        .map(step -> calls.ask(plugin, "after token", itself -> run(step, answer, sender)))
        .orElse(answer);
  }

  private Map<String, Object> run(AfterToken step, Map<String, Object> answer, Sender sender) {
    try {
      return step.complete(answer, gate.http(sender));
    } catch (IntegrationException e) {
      throw Discretion.about(e, List.of(accessToken(answer)));
    }
  }

  private static Secret accessToken(Map<String, Object> answer) {
    return Secret.of(String.valueOf(answer.get("access_token")));
  }
}
