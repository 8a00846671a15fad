package dev.patchbay.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A process with its children, as Linux accounts for them in {@code /proc/<pid>/stat} (proc(5)):
 * ticks of ten milliseconds, the children that ended included.
 */
public final class ProcessTree implements Cpu {
  private static final Duration TICK = Duration.ofMillis(10);
  private static final int USER = 11;
  private static final int ENDED_CHILDREN_SYSTEM = 14;
  private static final long KIBIBYTE = 1_024;

  private final long root;

  public ProcessTree(long root) {
    this.root = root;
  }

  @Override
  public Duration used() {
    return TICK.multipliedBy(pids().mapToLong(ProcessTree::ticks).sum());
  }

  /** Memory of the processes that is in RAM, in bytes. */
  public long residentBytes() {
    return pids().mapToLong(ProcessTree::resident).sum();
  }

  private Stream<Long> pids() {
    return ProcessHandle.of(root).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .map(ProcessHandle::pid);
  }

  private static long ticks(long pid) {
    String stat = read(pid, "stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    long sum = 0;
    for (int i = USER; i <= ENDED_CHILDREN_SYSTEM && i < fields.length; i++) {
      sum += Long.parseLong(fields[i]);
    }
    return sum;
  }

  private static long resident(long pid) {
    return read(pid, "status")
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
        .sum();
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
