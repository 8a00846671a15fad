package dev.patchbay.host.connection;

import dev.patchbay.api.Account;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.action.Action;
import dev.patchbay.api.sync.Source;
import dev.patchbay.api.sync.Target;
import dev.patchbay.api.webhook.Subscriber;
import dev.patchbay.host.integration.Permissions;
import java.util.List;

/** A plugin's client without what its integration does not allow. */
record PermittedClient(McpClient client, Permissions permissions) implements McpClient {

  @Override
  public Account check() {
    return client.check();
  }

  @Override
  public List<Source> sources() {
    return client.sources().stream()
        .filter(source -> permissions.allowsType(source.type()))
        .toList();
  }

  @Override
  public List<Target> targets() {
    return client.targets().stream()
        .filter(target -> permissions.allowsType(target.type()))
        .toList();
  }

  @Override
  public List<Action<?, ?>> actions() {
    return client.actions().stream()
        .filter(action -> permissions.allowsAction(action.descriptor().name()))
        .toList();
  }

  @Override
  public List<Subscriber> subscribers() {
    return client.subscribers().stream()
        .filter(subscriber -> permissions.allowsType(subscriber.type()))
        .toList();
  }
}
