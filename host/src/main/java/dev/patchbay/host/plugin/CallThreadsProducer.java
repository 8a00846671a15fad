package dev.patchbay.host.plugin;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Takes the threads from the container, so that the host's code below a plugin finds its database.
 */
class CallThreadsProducer {

  private static final int PLACES_PER_PLUGIN = 64;

  @Resource private ManagedThreadFactory threads;

  @Produces
  @Singleton
  CallThreads callThreads() {
    return new CallThreads(threads, PLACES_PER_PLUGIN);
  }

  void end(@Disposes CallThreads callThreads) {
    callThreads.close();
  }
}
