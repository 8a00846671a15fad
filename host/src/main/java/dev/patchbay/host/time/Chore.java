package dev.patchbay.host.time;

import java.lang.System.Logger.Level;

/**
 * Work that comes again and again. When it fails, that is logged and it comes again: the timer
 * would never call it any more.
 *
 * @param what names it in the log
 */
record Chore(String what, Runnable work) implements Runnable {
  private static final System.Logger LOG = System.getLogger(Chore.class.getName());

  @Override
  public void run() {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "It failed to " + what + " and will be tried again", e);
    }
  }
}
