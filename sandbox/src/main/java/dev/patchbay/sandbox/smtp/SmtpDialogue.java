package dev.patchbay.sandbox.smtp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One client's conversation (RFC 5321, with AUTH of RFC 4954). */
final class SmtpDialogue {
  static final int LARGEST = 10 << 20;
  private static final int MOST_RECIPIENTS = 100;
  private static final Pattern PATH =
      Pattern.compile("(?i)(?:MAIL FROM|RCPT TO): ?<([^<>\\s]*)>(.*)");
  private static final Pattern SIZE = Pattern.compile("(?i)SIZE=(\\d{1,18})");

  private final TextLine line;
  private final Delivery delivery;
  private final List<String> to = new ArrayList<>();
  private boolean signedIn;
  private boolean fromGiven;
  private boolean open = true;

  SmtpDialogue(TextLine line, Delivery delivery) {
    this.line = line;
    this.delivery = delivery;
  }

  void run() throws IOException {
    line.say("220 " + Smtp.HOST + " ESMTP Patchbay sandbox: nothing here is delivered");
    while (open) {
      answer(line.command());
    }
  }

  private void answer(String command) throws IOException {
    switch (command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
      case "EHLO" -> greet();
      case "HELO", "NOOP" -> line.say("250 " + Smtp.HOST);
      case "AUTH" -> signIn(command.strip().split(" +", -1));
      case "MAIL" -> from(PATH.matcher(command));
      case "RCPT" -> to(PATH.matcher(command));
      case "DATA" -> take();
      case "RSET" -> forget();
      case "QUIT" -> leave();
      default -> line.say("502 5.5.1 Not known here");
    }
  }

  private void greet() throws IOException {
    line.say("250-" + Smtp.HOST);
    line.say("250-SIZE " + LARGEST);
    line.say("250-8BITMIME");
    line.say("250-ENHANCEDSTATUSCODES");
    line.say("250 AUTH PLAIN LOGIN");
  }

  private void signIn(String[] words) throws IOException {
    String mechanism = words.length < 2 ? "" : words[1].toUpperCase(Locale.ROOT);
    if (!mechanism.equals("PLAIN") && !mechanism.equals("LOGIN")) {
      line.say("504 5.5.4 Only PLAIN and LOGIN are known here");
      return;
    }
    String given = words.length > 2 ? words[2] : "";
    signedIn = mechanism.equals("PLAIN") ? plain(given) : login(given);
    line.say(
        signedIn ? "235 2.7.0 Welcome" : "535 5.7.8 The user name or the password is not right");
  }

  private boolean plain(String given) throws IOException {
    return Mailbox.opensPlain(given.isEmpty() ? asked("") : given);
  }

  private boolean login(String given) throws IOException {
    String username = Mailbox.decoded(given.isEmpty() ? asked("Username:") : given);
    return Mailbox.opens(username, Mailbox.decoded(asked("Password:")));
  }

  private String asked(String question) throws IOException {
    line.say("334 " + Mailbox.encoded(question));
    return line.command();
  }

  private void from(Matcher path) throws IOException {
    if (!signedIn) {
      line.say("530 5.7.0 Sign in first, as " + Mailbox.ADDRESS);
    } else if (!path.matches()) {
      line.say("501 5.5.4 Not understood");
    } else if (!path.group(1).equalsIgnoreCase(Mailbox.ADDRESS)) {
      line.say("550 5.7.60 " + Mailbox.ADDRESS + " may not send as " + path.group(1));
    } else if (size(path.group(2)) > LARGEST) {
      line.say("552 5.3.4 A mail has at most " + LARGEST + " bytes here");
    } else {
      to.clear();
      fromGiven = true;
      line.say("250 2.1.0 Ok");
    }
  }

  private static long size(String parameters) {
    Matcher size = SIZE.matcher(parameters);
    return size.find() ? Long.parseLong(size.group(1)) : 0;
  }

  private void to(Matcher path) throws IOException {
    if (!fromGiven) {
      line.say("503 5.5.1 MAIL comes first");
    } else if (!path.matches() || !path.group(1).contains("@")) {
      line.say("501 5.1.3 Not understood");
    } else if (to.size() >= MOST_RECIPIENTS) {
      line.say("452 4.5.3 Too many recipients");
    } else {
      String reply = Recipients.reply(path.group(1));
      if (reply.startsWith("250")) {
        to.add(path.group(1));
      }
      line.say(reply);
    }
  }

  private void take() throws IOException {
    if (to.isEmpty()) {
      line.say("503 5.5.1 RCPT comes first");
      return;
    }
    line.say("354 End it with a dot");
    byte[] mail = line.mail(LARGEST);
    if (mail.length > LARGEST) {
      line.say("552 5.3.4 A mail has at most " + LARGEST + " bytes here");
    } else {
      keep(mail);
    }
    to.clear();
    fromGiven = false;
  }

  private void keep(byte[] mail) throws IOException {
    StoredMail kept = delivery.deliver(to, mail);
    if (to.stream().anyMatch(Recipients::isCut)) {
      open = false;
    } else {
      line.say("250 2.0.0 Kept as " + kept.number());
    }
  }

  private void forget() throws IOException {
    to.clear();
    fromGiven = false;
    line.say("250 2.0.0 Ok");
  }

  private void leave() throws IOException {
    line.say("221 2.0.0 Bye");
    open = false;
  }
}
