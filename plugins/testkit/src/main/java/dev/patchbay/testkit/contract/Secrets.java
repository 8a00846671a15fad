package dev.patchbay.testkit.contract;

import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.auth.Form;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.setting.Setting;
import java.util.List;
import java.util.stream.Stream;

/** What of a credential and of settings nobody may read. */
final class Secrets {

  private Secrets() {}

  static List<String> of(SimulatedService service, PluginDescriptor descriptor) {
    return Stream.concat(ofAccount(service, descriptor), ofSettings(service, descriptor))
        .map(Secret::reveal)
        .toList();
  }

  private static Stream<Secret> ofAccount(SimulatedService service, PluginDescriptor descriptor) {
    var auth = service.auth(Bench.ACCOUNT);
    return descriptor.authorization() instanceof Form form
        ? form.fields().stream()
            .filter(field -> field.kind() == Setting.Kind.SECRET)
            .flatMap(field -> auth.optional(field.name()).stream())
        : Stream.of(auth.token());
  }

  private static Stream<Secret> ofSettings(SimulatedService service, PluginDescriptor descriptor) {
    return descriptor.settings().stream()
        .filter(setting -> setting.kind() == Setting.Kind.SECRET)
        .flatMap(setting -> service.settings().secret(setting.name()).stream());
  }
}
