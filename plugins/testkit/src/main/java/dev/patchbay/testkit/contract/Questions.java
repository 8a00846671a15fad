package dev.patchbay.testkit.contract;

import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Source;
import dev.patchbay.api.sync.Target;
import dev.patchbay.api.sync.Written;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Each way of asking a service something through a plugin, by its name. Made while the service is
 * well, since most of them need something that is there.
 */
final class Questions {
  private final Map<String, Runnable> all = new LinkedHashMap<>();

  Questions(Bench bench, SimulatedService service) {
    all.put("check", () -> bench.client().check());
    bench.client().sources().forEach(this::add);
    if (service instanceof SimulatedWrites writes) {
      add(bench, writes);
    }
    if (service instanceof SimulatedActions actions) {
      add(bench, actions);
    }
  }

  void each(BiConsumer<String, Runnable> use) {
    all.forEach(use);
  }

  private void add(Source source) {
    var collection = source.collections(Cursor.start()).items().get(0).id();
    all.put("collections of " + source.type(), () -> source.collections(Cursor.start()));
    all.put("read " + source.type(), () -> source.read(collection, Cursor.start()));
  }

  private void add(Bench bench, SimulatedWrites service) {
    Target target = bench.target();
    var collection = bench.collection();
    Written there = target.create(collection, service.item(), key("there"));
    Written spare = target.create(collection, service.item(), key("spare"));
    all.put("create " + target.type(), () -> target.create(collection, service.item(), key("new")));
    all.put("delete " + target.type(), () -> target.delete(spare.id(), spare.version()));
    all.put(
        "update " + target.type(),
        () -> target.update(there.id(), service.edit().basedOn(there.item()), there.version()));
  }

  private void add(Bench bench, SimulatedActions service) {
    for (var action : bench.client().actions()) {
      var name = action.descriptor().name();
      all.put("do " + name, () -> Bench.perform(action, service.input(name), key(name)));
    }
  }

  private static IdempotencyKey key(String name) {
    return new IdempotencyKey("contract-" + name);
  }
}
