package dev.patchbay.testkit.contract;

import static dev.patchbay.testkit.contract.Expectation.expect;

import dev.patchbay.api.setting.Setting;
import dev.patchbay.api.setting.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every plugin does. A plugin's test implements {@link SourceContract} if the plugin reads
 * items, {@link TargetContract} if it writes them too, {@link ActionContract} if it offers actions,
 * {@link WebhookContract} if it receives webhooks, {@link SubscriberContract} if it asks for them,
 * and says which service to try it against; the tests come along:
 *
 * <pre>{@code
 * class MyContractTest implements SourceContract, ActionContract {
 *   public IntegrationPlugin plugin() { return new MyPlugin(); }
 *   public MyService service() { return new MyService(); }
 * }
 * }</pre>
 *
 * <p>Every {@link ContractPoint} is required unless {@link #exempt} names it with a reason. What
 * became of each is written beside the plugin's classes, and so into its jar, from where the
 * catalogue shows it.
 */
@ExtendWith({Exemptions.class, Findings.class})
public interface PluginContract extends FailureContract {

  @Test
  @Proves(ContractPoint.DESCRIPTOR_COMPLETE)
  default void should_say_what_a_catalogue_shows() {
    var descriptor = plugin().descriptor();

    expect(Manifest.of(shipment()).isComplete(), "id, version and API version in its manifest");
    expect(!descriptor.name().isBlank(), "a name");
    expect(!descriptor.description().isBlank(), "a description");
    expect(Icon.of(descriptor).isPlain(), "an icon that is SVG of at most 16 KiB without scripts");
    expect(!descriptor.categories().isEmpty(), "a category");
    expect(!descriptor.types().isEmpty() || !descriptor.actions().isEmpty(), "a type or an action");
    expect(
        !descriptor.egressHosts().isEmpty()
            || descriptor.settings().stream().anyMatch(one -> one.kind() == Setting.Kind.HOST),
        "a host that it reaches, or a setting of the kind HOST");
    descriptor
        .settings()
        .forEach(one -> expect(!one.label().isBlank(), "a label of the setting " + one.name()));
  }

  @Test
  @Proves(ContractPoint.WHOLLY_TRIED)
  default void should_be_tried_in_all_that_it_offers() {
    try (var service = service()) {
      var client = new Bench(this, service).client();
      var offers = new Offers(plugin().descriptor(), client);

      expect(client.sources().isEmpty() || this instanceof SourceContract, "a SourceContract");
      expect(client.targets().isEmpty() || this instanceof TargetContract, "a TargetContract");
      expect(client.actions().isEmpty() || this instanceof ActionContract, "an ActionContract");
      expect(plugin().webhooks().isEmpty() || this instanceof WebhookContract, "a WebhookContract");
      expect(
          client.subscribers().isEmpty() || this instanceof SubscriberContract,
          "a SubscriberContract");
      expect(offers.undeclared().isEmpty(), "a declaration of " + offers.undeclared());
    }
  }

  @Test
  @Proves(ContractPoint.RUNS_ALONE)
  default void should_run_from_what_is_shipped_and_the_plugin_api_alone() throws Exception {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    try (var service = service();
        var loader = new Quarantine(shipment())) {
      thread.setContextClassLoader(loader);
      var plugin = loader.plugin();
      var bench = new Bench(plugin, service, Bench.ACCOUNT);

      expect(plugin.getClass().getClassLoader() == loader, "the plugin's own copy of its classes");
      new Questions(bench, service).each((name, question) -> question.run());
      expect(shipment().bundled().isEmpty(), "nothing of the host's in " + shipment().bundled());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  @Proves(ContractPoint.SETTINGS_NAMED)
  default void should_name_the_setting_that_is_missing_or_wrong() {
    try (var service = service()) {
      for (var wrong : WrongSettings.of(plugin().descriptor(), service.settings())) {
        var said = wrong.complaint(settings -> check(service, settings));
        expect(
            said.contains(wrong.setting().name()) || said.contains(wrong.setting().label()),
            "a complaint that names the setting \"%s\", not \"%s\""
                .formatted(wrong.setting().name(), said));
      }
    }
  }

  @Test
  @Proves(ContractPoint.ACCOUNT_KNOWN)
  default void should_know_its_account_again() {
    try (var service = service()) {
      var client = new Bench(this, service).client();
      var account = client.check();

      expect(!account.displayName().isBlank(), "a name of the account");
      expect(account.id().equals(client.check().id()), "the same id of the account again");
      expect(
          !account.id().equals(new Bench(plugin(), service, "grace").client().check().id()),
          "another id for another account");
    }
  }

  @Test
  @Proves(ContractPoint.SECRETS_KEPT)
  default void should_tell_no_secret() {
    try (var overheard = new Overheard()) {
      for (var trouble : Trouble.values()) {
        try (var service = service()) {
          overheard.secrets(Secrets.of(service, plugin().descriptor()));
          var bench = new Bench(this, service);
          var questions = new Questions(bench, service);
          questions.each((name, question) -> overheard.listen(question));
          overheard.listen(() -> overheard.add(Spoken.of(plugin(), bench).toArray()));
          service.suffer(trouble);
          questions.each((name, question) -> overheard.listen(question));
          bench.watch().addresses().forEach(overheard::add);
        }
      }
      expect(overheard.leak().isEmpty(), "no secret in " + overheard.leak());
    }
  }

  @Test
  @Proves(ContractPoint.HOSTS_DECLARED)
  default void should_reach_only_what_it_declares() {
    try (var service = service()) {
      var bench = new Bench(this, service);
      new Questions(bench, service).each((name, question) -> question.run());
      var declared = DeclaredHosts.of(plugin().descriptor(), service.settings());

      bench
          .watch()
          .hosts()
          .forEach(host -> expect(declared.cover(host), "the host " + host + " to be declared"));
    }
  }

  private void check(SimulatedService service, Settings settings) {
    new Bench(plugin(), service, Bench.ACCOUNT, settings).client().check();
  }
}
