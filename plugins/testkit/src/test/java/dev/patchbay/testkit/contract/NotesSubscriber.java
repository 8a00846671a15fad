package dev.patchbay.testkit.contract;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.webhook.Subscriber;
import dev.patchbay.api.webhook.Subscription;
import dev.patchbay.api.webhook.SubscriptionOrder;
import java.util.Map;
import java.util.Optional;

/** Asks the notes service to tell of one account's notes. */
final class NotesSubscriber implements Subscriber {
  private final NotesWire wire;
  private final Optional<Flaw> flaw;

  NotesSubscriber(NotesWire wire, Optional<Flaw> flaw) {
    this.wire = wire;
    this.flaw = flaw;
  }

  @Override
  public String type() {
    return NoteLine.TYPE;
  }

  @Override
  public Subscription subscribe(SubscriptionOrder order) {
    var id = Flaw.KNOWS_ONE_SUBSCRIPTION.isIn(flaw) ? "the one" : order.id();
    var secret = Flaw.KEEPS_THE_SECRET_TO_ITSELF.isIn(flaw) ? "none" : order.secret().reveal();
    var box = order.collection().map(CollectionId::value).orElse("");
    wire.ask(
        "POST", "/watch", Map.of(), String.join("\t", id, order.address().toString(), secret, box));
    return Subscription.of(
        Flaw.NAMES_ITS_SUBSCRIPTIONS_ITSELF.isIn(flaw) ? "mine" : order.id(), id);
  }

  @Override
  public void unsubscribe(Subscription subscription) {
    if (Flaw.LEAVES_ITS_SUBSCRIPTIONS.isIn(flaw)) {
      return;
    }
    var said = wire.ask("DELETE", "/watch", Map.of(), subscription.externalId());
    if (Flaw.MINDS_WHAT_HAS_ENDED.isIn(flaw) && said.contains("was gone")) {
      throw new Rejected("There is no such subscription");
    }
  }
}
