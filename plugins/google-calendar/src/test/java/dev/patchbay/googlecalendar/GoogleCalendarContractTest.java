package dev.patchbay.googlecalendar;

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.testkit.contract.ContractPoint;
import dev.patchbay.testkit.contract.SubscriberContract;
import dev.patchbay.testkit.contract.TargetContract;
import dev.patchbay.testkit.contract.WebhookContract;
import java.util.Map;

/** Whatever every plugin does that reads, writes and is told, against the sandbox's Google. */
class GoogleCalendarContractTest implements TargetContract, WebhookContract, SubscriberContract {

  @Override
  public IntegrationPlugin plugin() {
    return new GoogleCalendarPlugin();
  }

  @Override
  public ContractGoogle service() {
    return new ContractGoogle();
  }

  @Override
  public Map<ContractPoint, String> exempt() {
    return Map.of(
        ContractPoint.HOOK_TAMPERED,
        "Google's messages have no body and no signature (Calendar API, Push notifications)",
        ContractPoint.HOOK_STALE,
        "Google's messages do not say when they were sent (Calendar API, Push notifications)");
  }
}
