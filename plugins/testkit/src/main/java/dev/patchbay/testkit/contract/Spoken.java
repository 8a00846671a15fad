package dev.patchbay.testkit.contract;

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.sync.Cursor;
import java.util.ArrayList;
import java.util.List;

/** The objects of a plugin that a log or a debugger may show as text. */
final class Spoken {

  private Spoken() {}

  static List<Object> of(IntegrationPlugin plugin, Bench bench) {
    var client = bench.client();
    var all = new ArrayList<Object>(List.of(plugin, plugin.descriptor(), client, client.check()));
    all.addAll(client.sources());
    all.addAll(client.targets());
    all.addAll(client.actions());
    for (var source : client.sources()) {
      var collections = source.collections(Cursor.start());
      all.addAll(collections.items());
      all.addAll(source.read(collections.items().get(0).id(), Cursor.start()).items());
    }
    return all;
  }
}
