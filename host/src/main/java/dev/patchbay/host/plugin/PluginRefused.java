package dev.patchbay.host.plugin;

/** A plugin cannot be used; the message is the reason, and the way out, that its admin reads. */
final class PluginRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PluginRefused(String reason) {
    super(reason);
  }

  PluginRefused(String reason, Throwable cause) {
    super(reason, cause);
  }
}
