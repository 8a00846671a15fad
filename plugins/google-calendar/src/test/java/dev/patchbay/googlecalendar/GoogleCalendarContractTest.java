package dev.patchbay.googlecalendar;

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.testkit.contract.TargetContract;

/** Whatever every plugin does that reads and writes, against the sandbox's Google. */
class GoogleCalendarContractTest implements TargetContract {

  @Override
  public IntegrationPlugin plugin() {
    return new GoogleCalendarPlugin();
  }

  @Override
  public ContractGoogle service() {
    return new ContractGoogle();
  }
}
