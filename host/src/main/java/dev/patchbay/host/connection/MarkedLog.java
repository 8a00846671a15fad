package dev.patchbay.host.connection;

import java.util.ResourceBundle;

/** Puts plugin and connection before every line, so that a log of many connections can be read. */
final class MarkedLog implements System.Logger {
  private final System.Logger log;
  private final String mark;

  MarkedLog(String plugin, String connectionId) {
    this.log = System.getLogger("dev.patchbay.plugin." + plugin);
    this.mark = "[" + plugin + " " + connectionId + "] ";
  }

  @Override
  public String getName() {
    return log.getName();
  }

  @Override
  public boolean isLoggable(Level level) {
    return log.isLoggable(level);
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
    log.log(level, bundle, mark + message, thrown);
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String format, Object... params) {
    log.log(level, bundle, mark + format, params);
  }
}
