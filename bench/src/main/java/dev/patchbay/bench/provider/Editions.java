package dev.patchbay.bench.provider;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which edition each event of a calendar is in. The provider renders it, and the benchmark
 * foretells with another one what a pull has to bring.
 */
public final class Editions {
  private final int[] editions;
  private int latest;

  public Editions(int events) {
    editions = new int[events];
  }

  /** Changes so many events, spread over the whole calendar, and names them. */
  List<Integer> change(int count) {
    latest++;
    List<Integer> numbers =
        IntStream.range(0, count)
            .map(i -> (int) (((long) i * size() / count + latest) % size()))
            .boxed()
            .toList();
    numbers.forEach(number -> editions[number] = latest);
    return numbers;
  }

  int latest() {
    return latest;
  }

  int of(int number) {
    return editions[number];
  }

  public int size() {
    return editions.length;
  }
}
