package dev.patchbay.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Keeps the benchmarks alive: all of them, on small sizes; each checks its own result. */
class ShortBenchIT {
  @TempDir Path output;

  @Test
  void should_measure_every_benchmark_when_run_short() throws Exception {
    int exit =
        new CommandLine(new Bench())
            .execute(
                "--short",
                "--distribution=" + System.getProperty("distribution"),
                "--output=" + output);

    assertThat(exit).isZero();
    assertThat(Files.readString(output.resolve("benchmarks.md")))
        .contains(
            "| 1 | ",
            "| 2 | ",
            "| 3 | ",
            "| 4 | ",
            "| 8 | ",
            "| 9 | ",
            "| 10 | ",
            "| 11 | ",
            "| 12 | ",
            "| ratio | ");
  }
}
