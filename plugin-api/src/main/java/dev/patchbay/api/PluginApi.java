package dev.patchbay.api;

/**
 * The version of this API. It grows when something is taken away or changes its meaning; additions
 * leave it as it is, since every capability is optional with an empty default.
 *
 * @since 1
 */
public final class PluginApi {

  /** A plugin states this number as {@code api} in {@code META-INF/patchbay-plugin.properties}. */
  public static final int VERSION = 1;

  private PluginApi() {}
}
