package dev.patchbay.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Stands before an IMAP server that others wrote, and answers in its place where a script says so:
 * that server behaves, and a test needs one that does not.
 */
final class ImapProxy implements AutoCloseable {

  private final InetSocketAddress behind;
  private final LoopbackServer server = new LoopbackServer();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile Script script = Script.proper();
  private volatile UnaryOperator<String> rewriting = UnaryOperator.identity();

  ImapProxy(InetSocketAddress behind) {
    this.behind = behind;
    server.serve(this::serve);
  }

  InetSocketAddress address() {
    return server.address();
  }

  /** Plays by this script from now on; it speaks of commands without their tags. */
  void follow(Script other) {
    script = other;
  }

  /** Changes each line of the server from now on. */
  void rewrite(UnaryOperator<String> change) {
    rewriting = change;
  }

  /** The commands, without their tags. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  private void serve(Socket client) throws IOException {
    var line = new Line(client, new Socket(behind.getAddress(), behind.getPort()));
    threads.submit(line::pass);
    line.listen();
  }

  /** A client, and the server behind it. */
  private final class Line {

    private volatile Socket client;
    private final Socket upstream;

    Line(Socket client, Socket upstream) {
      this.client = client;
      this.upstream = upstream;
    }

    /** What the server says. */
    void pass() {
      try (upstream) {
        var in = reader(upstream);
        var greeting = in.readLine();
        say(script.reply(Script.GREETING).orElse(greeting));
        for (var each = in.readLine(); each != null; each = in.readLine()) {
          say(rewriting.apply(each));
        }
        client.close();
      } catch (IOException e) {
        heard.add("(lost)");
      }
    }

    /** What the client says. */
    void listen() {
      try (upstream) {
        var in = reader(client);
        for (var each = in.readLine(); each != null; each = in.readLine()) {
          var words = each.split(" ", 2);
          var command = words[words.length - 1];
          heard.add(command);
          var scripted = script.reply(command);
          if (scripted.isPresent()) {
            say(scripted.get().replace("TAG", words[0]));
          } else {
            write(upstream.getOutputStream(), each);
          }
          if (command.equals("STARTTLS") && script.tls().isPresent()) {
            client = LoopbackServer.encrypted(client, script.tls().get());
            in = reader(client);
          }
        }
        client.close();
      } catch (IOException e) {
        heard.add("(lost)");
      }
    }

    private void say(String reply) throws IOException {
      if (reply.equals(Script.HANG)) {
        server.hang();
      }
      if (reply.equals(Script.HANG) || reply.equals(Script.CUT)) {
        client.close();
        return;
      }
      write(client.getOutputStream(), reply);
    }
  }

  private static BufferedReader reader(Socket line) throws IOException {
    return new BufferedReader(new InputStreamReader(line.getInputStream(), ISO_8859_1));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write((text + "\r\n").getBytes(ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() {
    server.close();
    threads.shutdownNow();
  }
}
