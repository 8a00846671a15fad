package dev.patchbay.testkit.contract;

import static dev.patchbay.testkit.contract.Expectation.expect;
import static dev.patchbay.testkit.contract.Expectation.thrown;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.webhook.Notification;
import dev.patchbay.api.webhook.WebhookReceiver;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every plugin does whose service sends webhooks. */
public interface WebhookContract extends PluginContract {

  /** So late that no service retries with the same signature. */
  Duration LATE = Duration.ofHours(1);

  @Override
  SimulatedHooks service();

  @Test
  @Proves(ContractPoint.HOOK_READ)
  default void should_read_what_the_service_sends() {
    try (var service = service()) {
      var account = new Bench(this, service).client().check().id();
      var notified = read(service, service.deliver(Bench.ACCOUNT));
      var later = read(service, service.deliver(Bench.ACCOUNT));

      expect(!notified.isEmpty() && !later.isEmpty(), "a notification of each change");
      notified.forEach(
          each ->
              expect(
                  each.account().isEmpty() || each.account().equals(account),
                  "the id of the account, or none, not " + each.account()));
      expect(!ids(notified).equals(ids(later)), "another id for another event");
    }
  }

  @Test
  @Proves(ContractPoint.HOOK_REPEATED)
  default void should_know_again_what_is_delivered_twice() {
    try (var service = service()) {
      var delivery = service.deliver(Bench.ACCOUNT);

      expect(
          ids(read(service, delivery)).equals(ids(read(service, delivery))),
          "the same id for the same event");
    }
  }

  @Test
  @Proves(ContractPoint.HOOK_FORGED)
  default void should_refuse_what_somebody_else_sends() {
    try (var service = service()) {
      var delivery = service.deliver(Bench.ACCOUNT);
      var others = Secret.of(service.signingSecret().reveal() + "-of-somebody-else");

      thrown(
          "what another secret signed",
          Rejected.class,
          () -> receiver().receive(delivery.request(), others));
      thrown("what nobody signed", Rejected.class, () -> read(service, delivery.bare()));
    }
  }

  @Test
  @Proves(ContractPoint.HOOK_TAMPERED)
  default void should_refuse_what_was_changed_on_the_way() {
    try (var service = service()) {
      var delivery = service.deliver(Bench.ACCOUNT);

      thrown(
          "a body with a space more",
          Rejected.class,
          () -> read(service, delivery.with(delivery.body() + " ")));
    }
  }

  @Test
  @Proves(ContractPoint.HOOK_STALE)
  default void should_refuse_what_was_signed_at_another_time() {
    try (var service = service()) {
      var delivery = service.deliver(Bench.ACCOUNT);

      for (var when : List.of(delivery.signedAt().plus(LATE), delivery.signedAt().minus(LATE))) {
        thrown(
            "what was signed an hour away",
            Rejected.class,
            () -> receiver().receive(delivery.request(when), service.signingSecret()));
      }
    }
  }

  private WebhookReceiver receiver() {
    return plugin().webhooks().orElseThrow();
  }

  private List<Notification> read(SimulatedHooks service, Delivery delivery) {
    return receiver().receive(delivery.request(), service.signingSecret()).notifications();
  }

  private static List<String> ids(List<Notification> notifications) {
    return notifications.stream().map(Notification::id).toList();
  }
}
