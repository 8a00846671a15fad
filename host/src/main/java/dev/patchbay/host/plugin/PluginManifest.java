package dev.patchbay.host.plugin;

import dev.patchbay.api.PluginApi;
import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What a plugin's {@code META-INF/patchbay-plugin.properties} says. It stands in a file so that a
 * plugin can be refused for it without running any of its code.
 */
public record PluginManifest(String id, String version) {

  static final String FILE = "META-INF/patchbay-plugin.properties";

  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
  private static final int LONGEST = 64;

  static PluginManifest of(Properties properties) {
    String id = required(properties, "id");
    if (!isKebabCase(id)) {
      throw new PluginRefused(
          "The id \"" + id + "\" in " + FILE + " must be in kebab-case, such as acme-calendar");
    }
    requireApi(required(properties, "api"));
    String version = required(properties, "version");
    requireVersion(version);
    return new PluginManifest(id, version);
  }

  static boolean isKebabCase(String text) {
    return KEBAB_CASE.matcher(text).matches() && text.length() <= LONGEST;
  }

  boolean isHigherThan(PluginManifest other) {
    return ModuleDescriptor.Version.parse(version)
            .compareTo(ModuleDescriptor.Version.parse(other.version))
        > 0;
  }

  private static String required(Properties properties, String key) {
    return Optional.ofNullable(properties.getProperty(key))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new PluginRefused(FILE + " has no \"" + key + "\""));
  }

  private static void requireApi(String api) {
    if (!api.equals(String.valueOf(PluginApi.VERSION))) {
      throw new PluginRefused(
          "The plugin is made for version "
              + api
              + " of the plugin API, this server has version "
              + PluginApi.VERSION
              + "; take a build of the plugin for version "
              + PluginApi.VERSION);
    }
  }

  private static void requireVersion(String version) {
    try {
      ModuleDescriptor.Version.parse(version);
    } catch (IllegalArgumentException e) {
      throw new PluginRefused(
          "The version \"" + version + "\" in " + FILE + " must start with a number, as 1.0.0", e);
    }
  }
}
