package dev.patchbay.host.plugin;

import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.action.ActionDescriptor;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.api.webhook.WebhookScope;
import dev.patchbay.host.egress.DeclaredHosts;
import java.util.HashSet;
import java.util.List;

/** Checks what a plugin says of itself once, at boot, so that nothing else has to. */
final class DescriptorCheck {

  private static final int LONGEST_NAME = 60;

  private DescriptorCheck() {}

  static PluginDescriptor checked(PluginDescriptor descriptor) {
    if (descriptor == null) {
      throw new PluginRefused("It says nothing of itself: its descriptor() returns null");
    }
    requireName(descriptor.name());
    DeclaredHosts hosts = hosts(descriptor);
    requireDifferent("setting", descriptor.settings().stream().map(Setting::name).toList());
    requireDifferent("type", descriptor.types().stream().map(TypeDescriptor::name).toList());
    requireDifferent("action", descriptor.actions().stream().map(ActionDescriptor::name).toList());
    requireKebabCase("type", descriptor.types().stream().map(TypeDescriptor::name).toList());
    requireKebabCase("action", descriptor.actions().stream().map(ActionDescriptor::name).toList());
    descriptor.settings().forEach(DescriptorCheck::requireSingle);
    descriptor
        .actions()
        .forEach(
            action ->
                requireDifferent("field", action.fields().stream().map(Setting::name).toList()));
    descriptor
        .webhookScope()
        .flatMap(WebhookScope::secretSetting)
        .ifPresent(name -> requireSecret(descriptor, name));
    new AuthorizationCheck(descriptor, hosts).run();
    return descriptor;
  }

  private static void requireName(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new PluginRefused("Its name must have 1 to 60 characters, not \"" + name + "\"");
    }
  }

  private static DeclaredHosts hosts(PluginDescriptor descriptor) {
    try {
      return DeclaredHosts.of(descriptor.egressHosts());
    } catch (IllegalArgumentException e) {
      throw new PluginRefused("It declares a wrong host: " + e.getMessage(), e);
    }
  }

  static void requireDifferent(String what, List<String> names) {
    var seen = new HashSet<String>();
    names.stream()
        .filter(name -> !seen.add(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new PluginRefused("It declares the " + what + " \"" + name + "\" twice");
            });
  }

  private static void requireSingle(Setting setting) {
    if (setting.kind() == Setting.Kind.LIST || setting.kind() == Setting.Kind.FILES) {
      throw new PluginRefused(
          "It declares the setting \"%s\" as a %s, which only an action takes"
              .formatted(setting.name(), setting.kind()));
    }
  }

  private static void requireSecret(PluginDescriptor descriptor, String name) {
    boolean secret =
        descriptor.settings().stream()
            .anyMatch(
                setting -> setting.name().equals(name) && setting.kind() == Setting.Kind.SECRET);
    if (!secret) {
      throw new PluginRefused(
          "Its webhooks are signed with the setting \"" + name + "\", which is no secret of it");
    }
  }

  private static void requireKebabCase(String what, List<String> names) {
    names.stream()
        .filter(name -> !PluginManifest.isKebabCase(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new PluginRefused(
                  "It declares the %s \"%s\", which must be in kebab-case".formatted(what, name));
            });
  }
}
