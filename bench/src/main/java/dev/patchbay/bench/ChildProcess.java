package dev.patchbay.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a JVM of its own, asked and answering line by line; it ends with its input. */
public final class ChildProcess implements AutoCloseable {
  private static final long END_SECONDS = 10;

  private final Process process;
  private final BufferedReader answers;
  private final PrintStream questions;

  private ChildProcess(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /**
   * @param log takes what it prints as errors
   */
  public static ChildProcess start(Class<?> program, Path log, List<String> javaOptions) {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    try {
      File errors = Files.createDirectories(log).resolve(program.getSimpleName() + ".err").toFile();
      return new ChildProcess(new ProcessBuilder(command).redirectError(errors).start());
    } catch (IOException e) {
      throw new UncheckedIOException(program.getName() + " cannot be started", e);
    }
  }

  /** The Java that runs this very program. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  public long pid() {
    return process.pid();
  }

  /** Says a line that nothing answers. */
  public void tell(String line) {
    questions.println(line);
  }

  /** Says a line and waits for the one that answers it. */
  public String ask(String question) {
    tell(question);
    return answer();
  }

  /** Waits for the next line. */
  public String answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException(
            "A process of the benchmark ended; its errors are in the output folder");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    questions.close();
    end(process);
  }

  /** Waits for the end, and brings it about if it does not come. */
  public static void end(Process process) {
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
      }
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
