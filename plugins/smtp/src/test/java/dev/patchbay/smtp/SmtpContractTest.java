package dev.patchbay.smtp;

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.smtp.line.Limits;
import dev.patchbay.testkit.contract.ActionContract;
import dev.patchbay.testkit.contract.ContractPoint;
import dev.patchbay.testkit.contract.SourceContract;
import java.time.Duration;
import java.util.Map;

/** Whatever every plugin does that reads and sends, against mail servers that misbehave. */
class SmtpContractTest implements SourceContract, ActionContract {

  private static final Duration PATIENCE = Duration.ofSeconds(4);

  @Override
  public IntegrationPlugin plugin() {
    return new SmtpPlugin(new Limits(PATIENCE, PATIENCE, PATIENCE));
  }

  @Override
  public ContractMailServer service() {
    return new ContractMailServer();
  }

  @Override
  public Map<ContractPoint, String> exempt() {
    return Map.of(
        ContractPoint.WAIT_HONOURED,
        "No reply of SMTP or IMAP says how long to wait (RFC 5321, section 4.2; RFC 3501, section 7.1)",
        ContractPoint.SUCCESS_DOUBTED,
        "A positive reply of SMTP or IMAP holds no failure (RFC 5321, section 4.2; RFC 3501, section"
            + " 7.1)",
        ContractPoint.MOVES_SEEN,
        "A mail that is moved gets another number, and nothing ties it to the one that it had (RFC"
            + " 3501, section 2.3.1.1; RFC 6851)",
        ContractPoint.ONE_EFFECT,
        "SMTP knows no idempotency: a mail sent twice arrives twice (RFC 1047)");
  }
}
