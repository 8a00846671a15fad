package dev.patchbay.host.plugin;

import java.time.Duration;

/** Lets time pass; a test only notes how much. */
@FunctionalInterface
interface Sleeper {

  void sleep(Duration time) throws InterruptedException;
}
