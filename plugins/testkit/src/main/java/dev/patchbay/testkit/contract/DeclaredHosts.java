package dev.patchbay.testkit.contract;

import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.api.setting.Settings;
import java.util.List;
import java.util.stream.Stream;

/** The hosts that a plugin may reach, by what it declares and what is filled in. */
record DeclaredHosts(List<String> patterns) {

  static DeclaredHosts of(PluginDescriptor descriptor, Settings settings) {
    var filledIn =
        descriptor.settings().stream()
            .filter(setting -> setting.kind() == Setting.Kind.HOST)
            .flatMap(setting -> settings.text(setting.name()).stream());
    return new DeclaredHosts(Stream.concat(descriptor.egressHosts().stream(), filledIn).toList());
  }

  boolean cover(String host) {
    return patterns.stream()
        .anyMatch(
            pattern ->
                pattern.startsWith("*.")
                    ? host.endsWith(pattern.substring(1))
                    : host.equals(pattern));
  }
}
