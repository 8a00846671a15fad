package dev.patchbay.smtp;

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.testkit.contract.ActionContract;
import dev.patchbay.testkit.contract.ContractPoint;
import java.time.Duration;
import java.util.Map;

/** Whatever every plugin does that offers actions, against a scripted mail server. */
class SmtpContractTest implements ActionContract {

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
        "No reply of SMTP says how long to wait (RFC 5321, section 4.2)",
        ContractPoint.SUCCESS_DOUBTED,
        "A reply of SMTP is its code, and a positive one holds no failure (RFC 5321, section 4.2)",
        ContractPoint.ONE_EFFECT,
        "SMTP knows no idempotency: a mail sent twice arrives twice (RFC 1047)");
  }
}
