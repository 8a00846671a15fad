package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The real distribution as a process, on free ports of this machine and with a data folder of its
 * own. Set it up, {@link #start()} it, and kill and start it again as often as the test wants;
 * port, data and key stay the same.
 */
public final class PatchbayServer implements AutoCloseable {
  private static final Path HOME = Path.of(System.getProperty("distribution"));
  private static final long START_MINUTES = 6;
  private static final long STOP_SECONDS = 90;

  private final Path folder;
  private final int port = Ports.freePair();
  private final List<String> options = new ArrayList<>();
  private final List<String> javaOptions = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> entry = new ArrayList<>();
  private Path data;
  private Process process;
  private Credentials credentials;

  private PatchbayServer(Path folder) {
    this.folder = folder;
    this.data = folder.resolve("data");
  }

  /**
   * @param folder an empty folder for data, key and output
   */
  public static PatchbayServer in(Path folder) {
    return new PatchbayServer(folder);
  }

  public PatchbayServer withSandbox() {
    return with("--sandbox");
  }

  public PatchbayServer with(String option) {
    options.add(option);
    return this;
  }

  public PatchbayServer withEnvironment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** An option for Java, as {@code -Xmx256m} or {@code -Dname=value}. */
  public PatchbayServer withJavaOption(String option) {
    javaOptions.add(option);
    return this;
  }

  /** Another command than Java with this port and folder; the environment has to name both. */
  PatchbayServer withEntry(Path ownData, String... command) {
    data = ownData;
    entry.addAll(List.of(command));
    return this;
  }

  /** PostgreSQL instead of H2; the master key, which must be given then, is made here. */
  public PatchbayServer withPostgres(PostgresDatabase database) {
    write(keyFile(), database.masterKey());
    return withEnvironment("PATCHBAY_DB_URL", database.url())
        .withEnvironment("PATCHBAY_DB_USER", database.user())
        .withEnvironment("PATCHBAY_DB_PASSWORD", database.password());
  }

  /** Starts and waits until the banner is there; fails with everything that was printed instead. */
  public PatchbayServer start() {
    launch();
    return awaitReady();
  }

  /** Starts and does not wait, for what happens on the way. */
  public void begin() {
    launch();
  }

  /** Waits until a start that was begun has come to its end, as {@link #start()} does. */
  public PatchbayServer awaitReady() {
    Waiting.until(() -> isReady() || !process.isAlive(), START_MINUTES, TimeUnit.MINUTES);
    assertThat(isReady()).as("server is ready; it printed: %s%s", output(), errors()).isTrue();
    learnCredentials();
    return this;
  }

  private void learnCredentials() {
    if (output().contains("Password ")) {
      credentials = Credentials.shownIn(output());
    } else if (Files.exists(firstSignIn())) {
      credentials = Credentials.storedIn(firstSignIn());
    }
  }

  /**
   * Starts a server that is expected to refuse.
   *
   * @return its exit code
   */
  public int startInVain() {
    launch();
    return awaitExit(TimeUnit.MINUTES.toSeconds(START_MINUTES));
  }

  /** Starts and does not wait. */
  void launch() {
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().keySet().removeIf(name -> name.startsWith("PATCHBAY_"));
    builder.environment().putAll(environment);
    builder.redirectOutput(printed("out").toFile()).redirectError(printed("err").toFile());
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command of the distribution on this server's data folder, beside the server or not. */
  public Ran run(String... words) {
    List<String> command = java();
    command.addAll(List.of(words));
    command.add("--data=" + data());
    Path out = printed("command.out");
    Path err = printed("command.err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    try {
      Process ended = builder.start();
      assertThat(ended.waitFor(STOP_SECONDS, TimeUnit.SECONDS)).as("command has ended").isTrue();
      return new Ran(ended.exitValue(), read(out), read(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What became of a command. */
  public record Ran(int exit, String output, String errors) {}

  private List<String> command() {
    if (!entry.isEmpty()) {
      return entry;
    }
    List<String> command = java();
    command.addAll(List.of("--data=" + data(), "--port=" + port));
    command.addAll(options);
    return command;
  }

  private List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "-XX:TieredStopAtLevel=1"));
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", HOME.resolve("patchbay.jar").toString()));
    return command;
  }

  private boolean isReady() {
    return output().contains("is ready") && output().contains("Stop with Ctrl+C");
  }

  /** Ends the process as a power cut would. */
  public void kill() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    awaitExit(STOP_SECONDS);
  }

  /** Kills it after so long, or finds it ended by then. */
  void killWithin(int milliseconds) {
    Waiting.until(() -> !process.isAlive(), milliseconds, TimeUnit.MILLISECONDS);
    kill();
  }

  /**
   * Asks the process to end, as a service manager does.
   *
   * @return its exit code
   */
  public int stop() {
    process.destroy();
    return awaitExit(STOP_SECONDS);
  }

  /**
   * Waits for an end that something else brings about.
   *
   * @return the exit code
   */
  public int awaitExit(long seconds) {
    try {
      assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).as("server has ended").isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public URI sandboxUrl() {
    return URI.create("http://127.0.0.1:" + (port + 1));
  }

  public SandboxClient sandbox() {
    return new SandboxClient(sandboxUrl());
  }

  public int port() {
    return port;
  }

  public Path data() {
    return data;
  }

  public Path keyFile() {
    return folder.resolve("data.key");
  }

  /** Where the first sign-in waits for whoever operates a server without terminal and sandbox. */
  public Path firstSignIn() {
    return data().resolve("first-sign-in.json");
  }

  /** The first sign-in, which only the first start shows. */
  public Credentials credentials() {
    assertThat(credentials).as("first sign-in").isNotNull();
    return credentials;
  }

  /** A client with the first API key's token, as a CRM has. */
  public RestClient crm() {
    return RestClient.withKey(url(), credentials());
  }

  /** A client signed in as the first admin. */
  public RestClient admin() {
    return RestClient.signedIn(url(), credentials());
  }

  /** A client without any token. */
  public RestClient anonymous() {
    return RestClient.anonymous(url());
  }

  public String output() {
    return read(printed("out"));
  }

  public String errors() {
    return read(printed("err"));
  }

  private Path printed(String name) {
    return folder.resolve("printed." + name);
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      kill();
    }
  }
}
