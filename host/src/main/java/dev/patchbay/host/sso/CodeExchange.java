package dev.patchbay.host.sso;

import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import dev.patchbay.host.security.LoginAnswer;
import dev.patchbay.host.security.Unwelcome;
import dev.patchbay.host.security.VouchedSession;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Gives the console a token for the code that a browser brought. A code is used up by the first who
 * shows it, right or wrong.
 */
@Singleton
public class CodeExchange {
  private final OneTimeCodes codes;
  private final VouchedSession session;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public CodeExchange(
      OneTimeCodes codes, VouchedSession session, Transactions transactions, Clock clock) {
    this.codes = codes;
    this.session = session;
    this.transactions = transactions;
    this.clock = clock;
  }

  LoginAnswer trade(SignInCode shown, String client) {
    Optional<OneTimeCode> taken = transactions.call(() -> codes.take(shown.code()));
    OneTimeCode code =
        taken
            .filter(one -> !one.hasExpired(clock.instant()))
            .filter(one -> one.isOf(shown.verifier()))
            .orElseThrow(CodeExchange::refused);
    try {
      return transactions.call(() -> session.begin(code.tenantId(), code.userId(), client));
    } catch (Unwelcome e) {
      throw refused();
    }
  }

  private static ProblemException refused() {
    return ProblemException.of(
        ProblemType.UNAUTHENTICATED,
        "This code was used before, is too old, or was made for another browser: sign in again.");
  }
}
