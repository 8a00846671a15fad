package dev.patchbay.slack;

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.testkit.contract.ActionContract;
import dev.patchbay.testkit.contract.ContractPoint;
import dev.patchbay.testkit.contract.SourceContract;
import dev.patchbay.testkit.contract.WebhookContract;
import java.util.Map;

/** Whatever every plugin does that reads and sends, against the sandbox's Slack. */
class SlackContractTest implements SourceContract, ActionContract, WebhookContract {

  @Override
  public IntegrationPlugin plugin() {
    return new SlackPlugin();
  }

  @Override
  public ContractSlack service() {
    return new ContractSlack();
  }

  @Override
  public Map<ContractPoint, String> exempt() {
    return Map.of(
        ContractPoint.CHANGES_ONLY,
        "users.list and conversations.list list everything, and take no time or token to start from"
            + " (docs.slack.dev/reference/methods/users.list)",
        ContractPoint.CURSOR_EXPIRED,
        "no cursor leads from one pass to the next; that one between two pages may end is tried in"
            + " DirectoryTest (docs.slack.dev/apis/web-api/pagination)",
        ContractPoint.MOVES_SEEN,
        "a workspace has its people in one list",
        ContractPoint.ONE_EFFECT,
        "chat.postMessage takes no idempotency key (docs.slack.dev/reference/methods/chat.postMessage)");
  }
}
