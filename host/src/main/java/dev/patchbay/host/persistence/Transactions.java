package dev.patchbay.host.persistence;

/**
 * Says what happens together. Domain classes take this instead of an annotation, so that one block
 * is one commit wherever they run: in the container by JTA, in tests on a plain connection.
 * Whatever the work throws rolls back and reaches the caller.
 */
public interface Transactions {

  /** Runs the work in the running transaction, or in a new one if there is none. */
  <T, X extends Exception> T call(Work<T, X> work) throws X;

  /** Runs the work in a transaction of its own, which commits whatever becomes of the outer one. */
  <T, X extends Exception> T callAlone(Work<T, X> work) throws X;

  /** As {@link #call}, for work without a result. */
  default <X extends Exception> void run(Task<X> task) throws X {
    this.<Void, X>call(
        () -> {
          task.run();
          return null;
        });
  }

  /** As {@link #callAlone}, for work without a result. */
  default <X extends Exception> void runAlone(Task<X> task) throws X {
    this.<Void, X>callAlone(
        () -> {
          task.run();
          return null;
        });
  }

  /** Work with a result. */
  @FunctionalInterface
  interface Work<T, X extends Exception> {
    T call() throws X;
  }

  /** Work without a result. */
  @FunctionalInterface
  interface Task<X extends Exception> {
    void run() throws X;
  }
}
