package dev.patchbay.host.plugin;

/** Says why a plugin did not start. */
final class RefusalReason {

  private RefusalReason() {}

  /** The plugin's own failure, without the layers that the container puts around it. */
  static String of(Throwable failure) {
    Throwable innermost = failure;
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof PluginRefused refused) {
        return refused.getMessage();
      }
      innermost = t;
    }
    return innermost instanceof PluginDefect
        ? innermost.getMessage()
        : "It failed to start: " + innermost;
  }
}
