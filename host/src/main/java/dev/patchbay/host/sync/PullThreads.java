package dev.patchbay.host.sync;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads of the container in a pool of our own: its own executor would look up and hand on its
 * context with each page and each batch, and a library must not shut it down.
 */
class PullThreads {
  @Resource private ManagedThreadFactory threads;

  @Produces
  @Singleton
  ExecutorService pool() {
    return Executors.newCachedThreadPool(threads);
  }

  void end(@Disposes ExecutorService pool) {
    pool.shutdownNow();
  }
}
