package dev.patchbay.testkit.contract;

import static dev.patchbay.testkit.contract.Expectation.expect;

import org.junit.jupiter.api.Test;

/** What every plugin does that asks its service to tell of changes. */
public interface SubscriberContract extends SourceContract {

  @Override
  SimulatedSubscriptions service();

  @Test
  @Proves(ContractPoint.SUBSCRIPTION_HEARD)
  default void should_be_told_of_changes_with_the_secret_that_it_ordered() {
    try (var service = service()) {
      var bench = new Bench(this, service);
      if (bench.client().subscribers().get(0).perCollection()) {
        Subscribed.toList("sub_of_the_list", bench, service);
      }
      var subscribed = Subscribed.toItems("sub_one", bench, service);
      service.add(Bench.ACCOUNT, 1);
      var told = subscribed.told().request();

      expect(subscribed.isNamedAsOrdered(), "the subscription's id to be the one of the order");
      plugin().webhooks().orElseThrow().receive(told, subscribed.secret());
    }
  }

  @Test
  @Proves(ContractPoint.SUBSCRIPTION_RENEWED)
  default void should_miss_nothing_while_a_subscription_takes_the_place_of_another() {
    try (var service = service()) {
      var bench = new Bench(this, service);
      var old = Subscribed.toItems("sub_old", bench, service);
      var next = Subscribed.toItems("sub_new", bench, service);
      service.add(Bench.ACCOUNT, 1);
      old.told();
      next.told();

      old.end();
      service.add(Bench.ACCOUNT, 1);
      next.told();
    }
  }

  @Test
  @Proves(ContractPoint.SUBSCRIPTION_ENDED)
  default void should_be_told_nothing_more_when_a_subscription_was_ended() {
    try (var service = service()) {
      var bench = new Bench(this, service);
      var ended = Subscribed.toItems("sub_ended", bench, service);
      service.add(Bench.ACCOUNT, 1);
      ended.told();
      ended.end();
      var other = Subscribed.toItems("sub_other", bench, service);
      for (int changes = 0; changes < 2; changes++) {
        service.add(Bench.ACCOUNT, 1);
        other.told();
      }

      expect(ended.isSilent(), "nothing to be sent after the end");
      ended.end();
    }
  }
}
