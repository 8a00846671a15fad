package dev.patchbay.host.sso;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.connect.Callback;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.security.RandomText;
import dev.patchbay.host.security.Unwelcome;
import dev.patchbay.host.security.Unwelcome.Reason;
import dev.patchbay.host.security.VouchedPeople;
import dev.patchbay.host.security.VouchedSession;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Takes people back from their provider, once and in the browser that left. */
@Singleton
public class SignInReturn {
  private static final Duration CODE_LIFETIME = Duration.ofSeconds(60);

  private final Attempts attempts;
  private final Providers providers;
  private final Identification identification;
  private final VouchedPeople people;
  private final VouchedSession session;
  private final OneTimeCodes codes;
  private final Vault vault;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public SignInReturn(
      Attempts attempts,
      Providers providers,
      Identification identification,
      VouchedPeople people,
      VouchedSession session,
      OneTimeCodes codes,
      Vault vault,
      Transactions transactions,
      Clock clock) {
    this.attempts = attempts;
    this.providers = providers;
    this.identification = identification;
    this.people = people;
    this.session = session;
    this.codes = codes;
    this.vault = vault;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param tenantId whose callback it is
   * @param browser the text of the cookie that left with the person, if it came back
   * @param client the address from where they come
   * @return the code that the console trades for a token
   * @throws Unwelcome if the person is not let in
   */
  String comeBack(Callback callback, String tenantId, Optional<String> browser, String client) {
    Attempt attempt =
        welcomed(callback.state(), tenantId, browser)
            .orElseThrow(() -> new Unwelcome(Reason.VISIT, "Nothing here knows this visit."));
    try {
      return admit(attempt, callback);
    } catch (Unwelcome e) {
      session.refused(tenantId, e.getMessage(), client);
      throw e;
    } catch (IntegrationException e) {
      session.refused(tenantId, e.getMessage(), client);
      throw new Unwelcome(Reason.PROVIDER, e.getMessage(), e);
    }
  }

  private Optional<Attempt> welcomed(String state, String tenantId, Optional<String> browser) {
    return transactions.call(
        () ->
            attempts
                .find(state)
                .filter(attempt -> attempt.tenantId().equals(tenantId))
                .filter(attempt -> browser.filter(attempt::isOf).isPresent())
                .filter(attempt -> attempts.take(state)));
  }

  private String admit(Attempt attempt, Callback callback) {
    if (attempt.hasExpired(clock.instant())) {
      throw new Unwelcome(Reason.EXPIRED, "The sign-in took longer than ten minutes.");
    }
    Provider provider =
        transactions
            .call(() -> providers.of(attempt.tenantId()))
            .orElseThrow(
                () -> new Unwelcome(Reason.ORGANISATION, "Single sign-on was taken away."));
    Secret verifier = vault.open(attempt.place(), attempt.sealedVerifier());
    var person = identification.of(provider, callback, verifier, attempt.nonceHash());
    return transactions.call(() -> code(attempt, people.admit(person)));
  }

  private String code(Attempt attempt, Caller person) {
    String code = RandomText.secret();
    codes.forgetExpired(clock.instant());
    codes.add(
        new OneTimeCode(code, attempt, person.subject(), clock.instant().plus(CODE_LIFETIME)));
    return code;
  }
}
