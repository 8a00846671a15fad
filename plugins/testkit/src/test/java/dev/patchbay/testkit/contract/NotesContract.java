package dev.patchbay.testkit.contract;

import dev.patchbay.api.IntegrationPlugin;
import java.util.Optional;

/** The contract of a plugin whose flaw the test of the kit chooses; it is run by that test only. */
class NotesContract implements TargetContract, ActionContract, WebhookContract, SubscriberContract {
  private static final ThreadLocal<Flaw> FLAW = new ThreadLocal<>();

  static void give(Flaw flaw) {
    FLAW.set(flaw);
  }

  @Override
  public IntegrationPlugin plugin() {
    return new NotesPlugin(Optional.ofNullable(FLAW.get()));
  }

  @Override
  public NotesService service() {
    return new NotesService();
  }

  @Override
  public Shipment shipment() {
    return NotesShipment.without(FLAW.get() == Flaw.FORGETS_A_CLASS ? "NoteLine" : "NotesService");
  }
}
