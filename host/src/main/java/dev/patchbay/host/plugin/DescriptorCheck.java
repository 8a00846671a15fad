package dev.patchbay.host.plugin;

import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.auth.Authorization;
import dev.patchbay.api.auth.Form;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.host.egress.DeclaredHosts;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    requireKebabCase(descriptor.types());
    checkAuthorization(descriptor.authorization(), hosts);
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

  private static void requireDifferent(String what, List<String> names) {
    var seen = new HashSet<String>();
    names.stream()
        .filter(name -> !seen.add(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new PluginRefused("It declares the " + what + " \"" + name + "\" twice");
            });
  }

  private static void requireKebabCase(List<TypeDescriptor> types) {
    types.stream()
        .map(TypeDescriptor::name)
        .filter(name -> !PluginManifest.isKebabCase(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new PluginRefused(
                  "It declares the type \"" + name + "\", which must be in kebab-case");
            });
  }

  private static void checkAuthorization(Authorization authorization, DeclaredHosts hosts) {
    if (authorization instanceof OAuth2 oauth) {
      requireHttps(oauth.authorizeUrl());
      Stream.of(Optional.of(oauth.tokenUrl()), oauth.revokeUrl())
          .flatMap(Optional::stream)
          .forEach(address -> requireDeclared(address, hosts));
    }
    if (authorization instanceof Form form) {
      requireDifferent("field", form.fields().stream().map(Setting::name).toList());
    }
  }

  private static void requireHttps(URI address) {
    if (!"https".equals(address.getScheme()) || address.getHost() == null) {
      throw new PluginRefused(
          "Its OAuth address " + address + " must start with https:// and name a host");
    }
  }

  private static void requireDeclared(URI address, DeclaredHosts hosts) {
    requireHttps(address);
    if (!hosts.cover(address.getHost())) {
      throw new PluginRefused(
          "Its OAuth address " + address + " is on a host that is not among its egressHosts");
    }
  }
}
