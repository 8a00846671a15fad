package dev.patchbay.bench.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patchbay.bench.ChildProcess;
import dev.patchbay.bench.Http;
import dev.patchbay.bench.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The packed server as a process, started as the {@code patchbay} script starts it. */
public final class PatchbayServer implements AutoCloseable {
  /** What the script sets for Java's process. */
  public static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

  private static final Duration LONGEST_START = Duration.ofMinutes(12);

  private final Process process;
  private final Path folder;
  private final int port;

  private PatchbayServer(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /**
   * Starts it; {@link #awaitReady} waits for it.
   *
   * @param distribution the folder with {@code patchbay.jar}
   * @param folder an empty one, for data, key and output
   * @param javaOptions further ones
   * @param environment what the operator would set
   */
  public static PatchbayServer start(
      Path distribution, Path folder, List<String> javaOptions, Map<String, String> environment) {
    int port = Ports.free();
    List<String> command = new ArrayList<>(List.of(ChildProcess.java()));
    command.addAll(javaOptions(distribution));
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", distribution.resolve("patchbay.jar").toString()));
    command.addAll(List.of("--data=" + folder.resolve("data"), "--port=" + port));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("PATCHBAY_"));
    builder.environment().putAll(ENVIRONMENT);
    builder.environment().putAll(environment);
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("data.key"), Base64.getEncoder().encodeToString(new byte[32]));
      builder.redirectErrorStream(true).redirectOutput(folder.resolve("printed").toFile());
      return new PatchbayServer(builder.start(), folder, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the script hands to Java. */
  public static List<String> javaOptions(Path distribution) {
    return List.of("@" + distribution.resolve("java.options"));
  }

  public PatchbayServer awaitReady() {
    Waiting.until("the server is ready", LONGEST_START, this::isReady);
    return this;
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new IllegalStateException("The server did not start; it printed: " + printed());
    }
    return printed().contains("Stop with Ctrl+C");
  }

  private String printed() {
    return text(folder.resolve("printed"));
  }

  public long pid() {
    return process.pid();
  }

  /** Ends it as a power cut would. */
  void kill() {
    process.destroyForcibly();
    ChildProcess.end(process);
  }

  private Path data() {
    return folder.resolve("data");
  }

  /** A client signed in as the first admin. */
  public Http admin() {
    JsonNode first = firstSignIn();
    Http server = Http.of(URI.create("http://127.0.0.1:" + port));
    JsonNode signedIn =
        server.post(
            "/api/v1/login",
            Map.of(
                "username", first.path("username").asText(),
                "password", first.path("password").asText()));
    return server.authorized("Bearer " + signedIn.path("accessToken").asText());
  }

  private JsonNode firstSignIn() {
    try {
      return new JsonMapper().readTree(text(data().resolve("first-sign-in.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    ChildProcess.end(process);
  }
}
