package dev.patchbay.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param events in the calendar of the pulls
 * @param changed of them, in an incremental pull
 * @param stored sizes that the incremental pull must not feel
 * @param warmUps pairs that do not count: so many that the JIT compiler has nothing left to do
 * @param pairs that count
 * @param rounds incremental pulls, or endings of all tokens, in one lap, since one alone is shorter
 *     than the clock of the CPU
 * @param tokens that end at a time
 * @param due connections that are due at once
 * @param duePairs rounds of them that count, after one that does not
 * @param paced seconds in which 111 are due in each
 * @param starts of the server
 * @param rest before its memory is read
 * @param credentials that a rotation seals anew
 * @param rotationWarmUps rotations that do not count
 * @param rotations that count
 */
record Scale(
    int events,
    int changed,
    List<Integer> stored,
    int warmUps,
    int pairs,
    int rounds,
    int tokens,
    int due,
    int duePairs,
    int paced,
    int starts,
    Duration rest,
    int credentials,
    int rotationWarmUps,
    int rotations) {

  /** What the figures are made with. */
  static Scale full() {
    return new Scale(
        100_000,
        1_000,
        List.of(10_000, 100_000, 1_000_000),
        8,
        5,
        10,
        1_000,
        10_000,
        3,
        60,
        5,
        Duration.ofSeconds(30),
        100_000,
        1,
        3);
  }

  /** What keeps the code alive; its figures mean nothing. */
  static Scale quick() {
    return new Scale(
        5_000, 100, List.of(1_000, 5_000), 0, 1, 2, 20, 500, 1, 3, 1, Duration.ZERO, 5_000, 0, 1);
  }
}
