package dev.patchbay.host.credential;

import java.util.Optional;

/** What a renewal wants written to a version of a credential, until a group has written it. */
final class Wish<T> {
  private final Holder holder;
  private final long version;
  private final Object first;
  private final Object second;
  private volatile T outcome;

  /**
   * @param first the value of the first column
   * @param second the value of the second
   */
  Wish(Holder holder, long version, Object first, Object second) {
    this.holder = holder;
    this.version = version;
    this.first = first;
    this.second = second;
  }

  Holder holder() {
    return holder;
  }

  Long version() {
    return version;
  }

  Object first() {
    return first;
  }

  Object second() {
    return second;
  }

  void fulfil(T written) {
    outcome = written;
  }

  /** Empty if it was not written. */
  Optional<T> outcome() {
    return Optional.ofNullable(outcome);
  }
}
