package dev.patchbay.host.plugin;

import dev.patchbay.host.audit.Audited;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.util.function.IntConsumer;

/**
 * Ends the process so that what started it starts it again. Plugins are applied this way and not by
 * a redeployment, which would leave threads and classes of the old ones behind.
 */
@Singleton
public class Restart {

  /** The exit code that asks the start script, container or service manager to start again. */
  static final int AGAIN = 75;

  private static final System.Logger LOG = System.getLogger(Restart.class.getName());

  private final IntConsumer exit;

  @Inject
  public Restart() {
    this(System::exit);
  }

  Restart(IntConsumer exit) {
    this.exit = exit;
  }

  /** Tells that it is about to happen, since nobody tells afterwards. */
  @Audited(value = "plugins.applied", ofServer = true)
  public void announce() {
    LOG.log(Level.INFO, "The server starts again to apply its plugins");
  }

  /** Ends the process in an orderly way, from a thread that the server does not wait for. */
  void begin() {
    new Thread(() -> exit.accept(AGAIN), "restart").start();
  }
}
