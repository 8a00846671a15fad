package dev.patchbay.host.sync;

/** A person called the run off; what it did stays, and what is left waits for the next. */
class CalledOff extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CalledOff() {
    super("It was cancelled; what it did stays, and the next run goes on from there");
  }
}
