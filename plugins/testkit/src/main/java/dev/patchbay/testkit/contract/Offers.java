package dev.patchbay.testkit.contract;

import dev.patchbay.api.McpClient;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.action.ActionDescriptor;
import dev.patchbay.api.sync.Source;
import dev.patchbay.api.sync.Target;
import java.util.List;
import java.util.stream.Stream;

/** What a plugin declares against what its client offers. */
record Offers(PluginDescriptor descriptor, McpClient client) {

  /** The types and actions of the client that no catalogue would show. */
  List<String> undeclared() {
    var declared =
        Stream.of(
                descriptor.types().stream().map(TypeDescriptor::name),
                descriptor.actions().stream().map(ActionDescriptor::name))
            .flatMap(names -> names)
            .toList();
    return Stream.of(
            client.sources().stream().map(Source::type),
            client.targets().stream().map(Target::type),
            client.actions().stream().map(action -> action.descriptor().name()))
        .flatMap(names -> names)
        .filter(name -> !declared.contains(name))
        .toList();
  }
}
