package dev.patchbay.bench.measure;

import java.time.Duration;

/** CPU time, user and system, that something has used since it began. */
@FunctionalInterface
public interface Cpu {

  Duration used();
}
