package dev.patchbay.host.merge;

import java.time.Instant;

/**
 * How a field that both sides edited is decided.
 *
 * @param crmEditedAt when the CRM's last edit was received
 * @param serviceEditedAt when the service says that the item was last changed
 */
public record Rivalry(Policy policy, Instant crmEditedAt, Instant serviceEditedAt) {

  Winner winner() {
    return switch (policy) {
      case REMOTE_WINS -> Winner.SERVICE;
      case CRM_WINS -> Winner.CRM;
      case LATEST_WINS -> crmEditedAt.isAfter(serviceEditedAt) ? Winner.CRM : Winner.SERVICE;
      case ASK -> Winner.OPEN;
    };
  }

  /** Whether a deletion on the other side undoes an edit: only a policy that says so lets it. */
  public boolean deletionUndoesEditOf(Winner editor) {
    return switch (policy) {
      case REMOTE_WINS -> editor == Winner.CRM;
      case CRM_WINS -> editor == Winner.SERVICE;
      case LATEST_WINS, ASK -> false;
    };
  }
}
