package dev.patchbay.host.webhook;

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.webhook.Notification;
import dev.patchbay.api.webhook.Receipt;
import dev.patchbay.api.webhook.WebhookReceiver;
import dev.patchbay.api.webhook.WebhookRequest;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.plugin.PluginCalls;
import dev.patchbay.host.plugin.Plugins;
import dev.patchbay.host.plugin.ReadyPlugin;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * What happens to a webhook before its service hears that it arrived: the address is found, the
 * plugin checks that it is genuine and reads it, and what it is about is written down. Whoever is
 * turned away learns nothing but that: an address that is not there looks like any other, and a
 * refusal has no reason.
 */
@Singleton
class Reception {
  private final Database database;
  private final WebhookAddresses addresses;
  private final WebhookSecrets secrets;
  private final ReceptionGate gate;
  private final Plugins plugins;
  private final PluginCalls calls;
  private final Concerned concerned;
  private final Inbox inbox;
  private final Clock clock;

  @Inject
  Reception(
      Database database,
      WebhookAddresses addresses,
      WebhookSecrets secrets,
      ReceptionGate gate,
      Plugins plugins,
      PluginCalls calls,
      Concerned concerned,
      Inbox inbox,
      Clock clock) {
    this.database = database;
    this.addresses = addresses;
    this.secrets = secrets;
    this.gate = gate;
    this.plugins = plugins;
    this.calls = calls;
    this.concerned = concerned;
    this.inbox = inbox;
    this.clock = clock;
  }

  /**
   * Takes a webhook in.
   *
   * @return the text that a handshake wants; empty if it was stored
   * @throws ProblemException if there is no such address (404), it is not genuine (401), or it
   *     cannot be taken now (503)
   */
  Optional<String> receive(String plugin, String token, WebhookRequest request) {
    return gate.enter(
        () -> {
          WebhookAddress address =
              database
                  .read(connection -> addresses.find(connection, plugin, token))
                  .orElseThrow(Reception::nothingHere);
          return gate.enter(address.id(), () -> receive(address, request));
        });
  }

  private Optional<String> receive(WebhookAddress address, WebhookRequest request) {
    ReadyPlugin plugin = plugins.find(address.plugin()).orElseThrow(ReceptionGate::busy);
    Secret secret = secrets.of(address, plugin).orElseThrow(Reception::refused);
    Receipt receipt = understood(plugin, request.at(clock.instant()), secret);
    receipt.notifications().forEach(notification -> requireDeclared(plugin, notification));
    inbox.keep(concerned.by(address, receipt.notifications()));
    return receipt.answer();
  }

  private Receipt understood(ReadyPlugin plugin, WebhookRequest request, Secret secret) {
    try {
      return calls.hear(plugin, itself -> receiver(itself).receive(request, secret));
    } catch (Rejected e) {
      throw refused().causedBy(e);
    } catch (IntegrationException e) {
      throw ReceptionGate.busy().causedBy(e);
    }
  }

  private static WebhookReceiver receiver(IntegrationPlugin plugin) {
    return plugin
        .webhooks()
        .orElseThrow(() -> new Rejected("The plugin understands no webhooks any more"));
  }

  private static void requireDeclared(ReadyPlugin plugin, Notification notification) {
    notification
        .type()
        .filter(type -> !declares(plugin, type))
        .ifPresent(
            type -> {
              throw new IllegalStateException(
                  "The plugin %s was notified of the type \"%s\", which it does not declare"
                      .formatted(plugin.id(), type));
            });
  }

  private static boolean declares(ReadyPlugin plugin, String type) {
    return plugin.descriptor().types().stream().map(TypeDescriptor::name).anyMatch(type::equals);
  }

  private static ProblemException nothingHere() {
    return ProblemException.of(ProblemType.NOT_FOUND, "There is nothing at this address.");
  }

  private static ProblemException refused() {
    return ProblemException.of(ProblemType.UNAUTHENTICATED, "The webhook is refused.");
  }
}
