package dev.patchbay.host.plugin;

import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.host.egress.EgressGate;
import dev.patchbay.host.egress.Sender;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;

/** Gives a plugin the way out for its own calls, those that belong to no connection. */
class OwnEgress {

  private final EgressGate gate;
  private final Instance<Plugins> plugins;

  @Inject
  OwnEgress(EgressGate gate, Instance<Plugins> plugins) {
    this.gate = gate;
    this.plugins = plugins;
  }

  @Produces
  Egress egress(InjectionPoint point) {
    String plugin = askedBy(point);
    return request -> gate.http(senderOf(plugin)).send(request);
  }

  private Sender senderOf(String plugin) {
    return plugins
        .get()
        .find(plugin)
        .map(ReadyPlugin::sender)
        .orElseThrow(
            () -> new Rejected("The plugin " + plugin + " may not go out before it has started"));
  }

  private static String askedBy(InjectionPoint point) {
    ClassLoader loader = point.getMember().getDeclaringClass().getClassLoader();
    if (loader instanceof PluginClassLoader pluginLoader) {
      return pluginLoader.plugin();
    }
    throw new IllegalStateException(
        "Only plugins are given an Egress by injection; "
            + point.getMember()
            + " takes EgressGate");
  }
}
