package dev.patchbay.testkit.contract;

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.action.Action;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.setting.Settings;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import dev.patchbay.api.sync.Target;
import dev.patchbay.testkit.TestConnectionContext;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** A plugin at work on a simulated service, for one account. */
final class Bench {
  static final String ACCOUNT = "ada";
  private static final int MOST_PAGES = 1_000;

  private final McpClient client;
  private final Watch watch;

  Bench(ContractSubject subject, SimulatedService service) {
    this(subject.plugin(), service, ACCOUNT, service.settings());
  }

  Bench(IntegrationPlugin plugin, SimulatedService service, String account) {
    this(plugin, service, account, service.settings());
  }

  Bench(IntegrationPlugin plugin, SimulatedService service, String account, Settings settings) {
    service.auth(account);
    watch = new Watch(service);
    client =
        plugin.open(
            TestConnectionContext.of(watch, () -> service.auth(account))
                .with(service.sockets())
                .with(settings));
  }

  McpClient client() {
    return client;
  }

  Watch watch() {
    return watch;
  }

  Source source() {
    return client.sources().get(0);
  }

  Target target() {
    return client.targets().get(0);
  }

  Optional<Action<?, ?>> action(String name) {
    return client.actions().stream()
        .filter(action -> action.descriptor().name().equals(name))
        .findFirst();
  }

  CollectionId collection() {
    return collection(0);
  }

  CollectionId collection(int number) {
    return source().collections(Cursor.start()).items().get(number).id();
  }

  Pass pass(Cursor from) {
    return pass(collection(), from);
  }

  /** Reads from a cursor to the end of the pass. */
  Pass pass(CollectionId collection, Cursor from) {
    var source = source();
    var changes = new ArrayList<Change>();
    var cursor = from;
    for (int pages = 1; pages <= MOST_PAGES; pages++) {
      Page<Change> page = source.read(collection, cursor);
      changes.addAll(page.items());
      if (page.last()) {
        return new Pass(changes, page.next().orElse(Cursor.start()), page.snapshot(), pages);
      }
      cursor = page.next().orElseThrow();
    }
    throw new AssertionError("The pass has not ended after " + MOST_PAGES + " pages");
  }

  /** Does it, from JSON to JSON. */
  static <I, O> Map<String, Object> perform(
      Action<I, O> action, Map<String, Object> input, IdempotencyKey key) {
    var descriptor = action.descriptor();
    return descriptor.output().write(action.perform(descriptor.input().read(input), key));
  }
}
