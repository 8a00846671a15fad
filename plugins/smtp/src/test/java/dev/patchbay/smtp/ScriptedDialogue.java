package dev.patchbay.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSocket;

/** One conversation of a {@link ScriptedMailServer}. */
final class ScriptedDialogue {

  private final Script script;
  private final List<String> heard;
  private final List<String> mails;
  private final LoopbackServer server;
  private Socket line;
  private BufferedReader in;
  private boolean open = true;

  ScriptedDialogue(Script script, List<String> heard, List<String> mails, LoopbackServer server) {
    this.script = script;
    this.heard = heard;
    this.mails = mails;
    this.server = server;
  }

  void run(Socket plain, boolean encryptedFromTheStart) throws IOException {
    use(encryptedFromTheStart ? encrypted(plain) : plain);
    say(script.reply(Script.GREETING).orElse("220 mail.example.org ESMTP"));
    while (open) {
      var command = in.readLine();
      if (command == null) {
        return;
      }
      heard.add(command);
      answer(command);
    }
  }

  private void use(Socket socket) throws IOException {
    line = socket;
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
  }

  private SSLSocket encrypted(Socket plain) throws IOException {
    return LoopbackServer.encrypted(plain, script.tls().orElseThrow());
  }

  private void answer(String command) throws IOException {
    var scripted = script.reply(command);
    if (scripted.isPresent()) {
      say(scripted.get());
      return;
    }
    switch (command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
      case "EHLO" -> say(greeting());
      case "STARTTLS" -> startTls();
      case "AUTH" -> say(login(command) ? "235 2.7.0 Welcome" : "535 5.7.8 Wrong user or password");
      case "DATA" -> data();
      case "QUIT" -> open = false;
      default -> say("250 2.0.0 Ok");
    }
  }

  private String greeting() {
    var extensions = script.extensions();
    if (script.tls().isPresent() && !(line instanceof SSLSocket)) {
      extensions += ",STARTTLS";
    }
    return "250-mail.example.org\r\n250-" + extensions.replace(",", "\r\n250-") + "\r\n250 HELP";
  }

  private void startTls() throws IOException {
    say("220 2.0.0 Go ahead");
    use(encrypted(line));
  }

  private boolean login(String command) throws IOException {
    var parts = command.split(" ");
    if (parts[1].equals("PLAIN")) {
      var given = new String(Base64.getDecoder().decode(parts[2]), UTF_8).split("\0", -1);
      return given[1].equals(Script.USERNAME) && given[2].equals(Script.PASSWORD);
    }
    return asked("334 VXNlcm5hbWU6").equals(Script.USERNAME)
        & asked("334 UGFzc3dvcmQ6").equals(Script.PASSWORD);
  }

  private String asked(String question) throws IOException {
    say(question);
    return new String(Base64.getDecoder().decode(in.readLine()), UTF_8);
  }

  private void data() throws IOException {
    say("354 Go ahead");
    var mail = new StringBuilder();
    for (var each = in.readLine(); !".".equals(each); each = in.readLine()) {
      if (each == null) {
        throw new EOFException();
      }
      mail.append(each).append("\r\n");
    }
    mails.add(mail.toString());
    say(script.reply(".").orElse("250 2.0.0 Queued"));
  }

  private void say(String reply) throws IOException {
    if (reply.equals(Script.HANG)) {
      server.hang();
    }
    if (reply.equals(Script.HANG) || reply.equals(Script.CUT)) {
      open = false;
      line.close();
      return;
    }
    line.getOutputStream().write((reply + "\r\n").getBytes(UTF_8));
    line.getOutputStream().flush();
    open = !reply.startsWith("421");
  }
}
