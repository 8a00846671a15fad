package dev.patchbay.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** What every server of a test does over real sockets, whatever it speaks: it takes lines. */
final class LoopbackServer implements AutoCloseable {

  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Socket> lines = new CopyOnWriteArrayList<>();

  LoopbackServer() {
    try {
      listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has each line served on a thread of its own. */
  void serve(Service service) {
    threads.submit(() -> accept(service));
  }

  private void accept(Service service) {
    try {
      while (closing.getCount() > 0) {
        var line = listener.accept();
        lines.add(line);
        threads.submit(
            () -> {
              service.serve(line);
              return line;
            });
      }
    } catch (IOException e) {
      closing.countDown();
    }
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  int connections() {
    return lines.size();
  }

  /** The line as its server goes on with it, encrypted. */
  static SSLSocket encrypted(Socket plain, SSLContext shown) throws IOException {
    var socket =
        (SSLSocket) shown.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  /** Says and hears nothing until the test is over. */
  void hang() throws IOException {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      listener.close();
      for (var line : lines) {
        line.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }

  /** What is said on a line. */
  interface Service {
    void serve(Socket line) throws IOException;
  }
}
