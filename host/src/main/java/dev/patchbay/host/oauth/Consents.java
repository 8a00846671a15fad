package dev.patchbay.host.oauth;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.security.RandomText;
import dev.patchbay.host.security.SecretHash;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Sends people to consent pages, and knows them when they come back, once. */
@Singleton
public class Consents {
  /** How long a person may take on the service's pages. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final AuthorizationRequests requests;
  private final OAuthClients clients;
  private final Vault vault;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public Consents(
      AuthorizationRequests requests,
      OAuthClients clients,
      Vault vault,
      Transactions transactions,
      Clock clock) {
    this.requests = requests;
    this.clients = clients;
    this.vault = vault;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Starts an authorization for a connect session. */
  public Consent ask(Integration integration, String sessionId) {
    var client = clients.of(integration);
    var texts = OneTimeTexts.of(client);
    var address = client.consentAddress(texts, integration.scopes());
    var consent = new Consent(sessionId, texts.state(), RandomText.secret(), address);
    remember(consent, integration, texts);
    return consent;
  }

  /**
   * Takes a person back: once, and only in the browser that left.
   *
   * @param browser the text of the cookie, if the browser sent it
   * @return nothing if the state is unknown, was used, or belongs to another browser
   */
  public Optional<Returned> welcomeBack(String state, Optional<String> browser) {
    return transactions.call(
        () ->
            requests
                .find(SecretHash.of(state))
                .filter(request -> cameFrom(browser, request))
                .map(request -> new Returned(request, verifier(request)))
                .filter(returned -> requests.take(SecretHash.of(state))));
  }

  private void remember(Consent consent, Integration integration, OneTimeTexts texts) {
    var now = clock.instant();
    var request =
        new AuthorizationRequest(
            consent, integration.tenantId(), integration.id(), now.plus(PATIENCE));
    texts.nonce().map(SecretHash::of).ifPresent(request::expectNonce);
    texts
        .pkce()
        .map(pkce -> Secret.of(pkce.getCodeVerifier()))
        .ifPresent(secret -> request.keepVerifier(vault.seal(request.place(), secret)));
    transactions.run(
        () -> {
          requests.forgetExpired(now.minus(REMEMBERED));
          requests.add(request);
        });
  }

  private Optional<Secret> verifier(AuthorizationRequest request) {
    return request.sealedVerifier().map(bytes -> vault.open(request.place(), bytes));
  }

  private static boolean cameFrom(Optional<String> browser, AuthorizationRequest request) {
    return browser.filter(text -> SecretHash.matches(text, request.browserHash())).isPresent();
  }

  /** A person who came back, with the verifier that proves to the service who asked. */
  public record Returned(AuthorizationRequest request, Optional<Secret> verifier) {}
}
