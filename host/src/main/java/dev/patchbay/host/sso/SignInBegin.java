package dev.patchbay.host.sso;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.oauth.OAuthClient;
import dev.patchbay.host.oauth.OneTimeTexts;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.security.RandomText;
import dev.patchbay.host.security.Unwelcome;
import dev.patchbay.host.security.Unwelcome.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Sends people to their provider: code flow with PKCE (S256), one-time state, nonce. */
@Singleton
public class SignInBegin {
  /** How long a person may take on the provider's pages. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Organisations organisations;
  private final ProviderClients clients;
  private final Attempts attempts;
  private final StartLimit limit;
  private final Vault vault;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public SignInBegin(
      Organisations organisations,
      ProviderClients clients,
      Attempts attempts,
      StartLimit limit,
      Vault vault,
      Transactions transactions,
      Clock clock) {
    this.organisations = organisations;
    this.clients = clients;
    this.attempts = attempts;
    this.limit = limit;
    this.vault = vault;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param organisation for whom the person works, as they say it
   * @param challenge what stands for the console's web session
   * @param from the address of the person's browser
   * @throws Unwelcome if there is no such organisation, or no challenge, or too many begin there
   */
  Departure depart(String organisation, String challenge, String from) {
    if (!Challenge.isOne(challenge)) {
      throw new Unwelcome(Reason.VISIT, "A sign-in begins on the console's page.");
    }
    if (!limit.admits(from)) {
      throw new Unwelcome(Reason.BUSY, "Too many sign-ins begin at " + from + ".");
    }
    Provider provider =
        transactions
            .call(() -> organisations.find(organisation))
            .orElseThrow(
                () -> new Unwelcome(Reason.ORGANISATION, "No such single sign-on is set up."));
    OAuthClient client = clients.of(provider);
    OneTimeTexts texts = OneTimeTexts.of(client);
    String browser = RandomText.secret();
    remember(attempt(provider, texts, challenge, Secret.of(browser)));
    return new Departure(texts.state(), browser, client.consentAddress(texts, provider.scopes()));
  }

  private Attempt attempt(Provider provider, OneTimeTexts texts, String challenge, Secret browser) {
    var attempt =
        new Attempt(provider.tenantId(), texts.state(), challenge, clock.instant().plus(PATIENCE));
    attempt.expects(browser, texts.nonce().orElseThrow());
    Secret verifier = Secret.of(texts.pkce().orElseThrow().getCodeVerifier());
    attempt.keepVerifier(vault.seal(attempt.place(), verifier));
    return attempt;
  }

  private void remember(Attempt attempt) {
    transactions.run(
        () -> {
          attempts.forgetExpired(clock.instant());
          attempts.add(attempt);
        });
  }
}
