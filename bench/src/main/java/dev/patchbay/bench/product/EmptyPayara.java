package dev.patchbay.bench.product;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.patchbay.bench.ChildProcess;
import dev.patchbay.bench.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The server's own Payara Micro with nothing in it, started as its makers say: less than this no
 * application on it can cost.
 */
public final class EmptyPayara implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(5);
  private static final String LOOPBACK =
      "set configs.config.server-config.network-config.network-listeners.network-listener"
          + ".http-listener.address=127.0.0.1";

  private final Process process;
  private final int port;

  private EmptyPayara(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it; {@link #awaitReady} waits for it. */
  public static EmptyPayara start(Path distribution, Path folder) {
    int port = Ports.free();
    try {
      Files.createDirectories(folder);
      Path commands = Files.writeString(folder.resolve("commands"), LOOPBACK);
      List<String> command = new ArrayList<>(List.of(ChildProcess.java()));
      command.addAll(List.of("-jar", distribution.resolve("lib/payara-micro.jar").toString()));
      command.addAll(List.of("--port", Integer.toString(port)));
      command.addAll(List.of("--rootdir", folder.resolve("payara").toString()));
      command.addAll(List.of("--prebootcommandfile", commands.toString()));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.redirectErrorStream(true).redirectOutput(folder.resolve("printed").toFile());
      return new EmptyPayara(builder.start(), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it answers HTTP. */
  public void awaitReady() {
    Waiting.until("Payara answers at port " + port, LONGEST_START, this::answers);
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new IllegalStateException("Payara ended by itself");
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(ISO_8859_1));
      return socket.getInputStream().read() == 'H';
    } catch (IOException e) {
      return false;
    }
  }

  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    ChildProcess.end(process);
  }
}
