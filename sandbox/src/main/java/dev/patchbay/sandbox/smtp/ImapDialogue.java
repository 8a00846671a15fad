package dev.patchbay.sandbox.smtp;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One client's conversation (RFC 3501), as far as a mailbox is read. */
final class ImapDialogue {
  private static final Pattern LOGIN = Pattern.compile("\"?([^\" ]*)\"? \"?([^\"]*)\"?");
  private static final Pattern SINCE = Pattern.compile("SINCE (\\d{1,2}-\\w{3}-\\d{4})");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

  private final TextLine line;
  private final Inbox inbox;
  private boolean signedIn;
  private boolean selected;
  private boolean open = true;

  ImapDialogue(TextLine line, Inbox inbox) {
    this.line = line;
    this.inbox = inbox;
  }

  void run() throws IOException {
    line.say("* OK " + Smtp.IMAP_HOST + " Patchbay sandbox");
    while (open) {
      String[] words = line.command().split(" ", 3);
      if (words.length < 2) {
        line.say("* BAD Not understood");
      } else {
        answer(words[0], words[1].toUpperCase(Locale.ROOT), words.length > 2 ? words[2] : "");
      }
    }
  }

  private void answer(String tag, String command, String rest) throws IOException {
    switch (command) {
      case "CAPABILITY" -> done(tag, "* CAPABILITY IMAP4rev1 AUTH=PLAIN");
      case "NOOP" -> done(tag);
      case "LOGOUT" -> leave(tag);
      case "LOGIN" -> login(tag, LOGIN.matcher(rest));
      case "AUTHENTICATE" -> authenticate(tag);
      case "LIST" -> signedIn(tag, () -> done(tag, "* LIST (\\HasNoChildren) \"/\" INBOX"));
      case "SELECT", "EXAMINE" -> signedIn(tag, () -> select(tag, rest.replace("\"", "")));
      case "UID" -> signedIn(tag, () -> uid(tag, rest));
      default -> line.say(tag + " BAD Not known here");
    }
  }

  private void done(String tag, String... lines) throws IOException {
    for (String each : lines) {
      line.say(each);
    }
    line.say(tag + " OK Done");
  }

  private void leave(String tag) throws IOException {
    open = false;
    done(tag, "* BYE Until then");
  }

  private void login(String tag, Matcher given) throws IOException {
    signedIn(tag, given.matches() && Mailbox.opens(given.group(1), given.group(2)));
  }

  private void authenticate(String tag) throws IOException {
    line.say("+ ");
    signedIn(tag, Mailbox.opensPlain(line.command()));
  }

  private void signedIn(String tag, boolean right) throws IOException {
    signedIn = right;
    line.say(
        right
            ? tag + " OK Welcome"
            : tag + " NO [AUTHENTICATIONFAILED] The user name or the password is not right");
  }

  private void signedIn(String tag, Step step) throws IOException {
    if (signedIn) {
      step.take();
    } else {
      line.say(tag + " NO Sign in first, as " + Mailbox.ADDRESS);
    }
  }

  private void select(String tag, String name) throws IOException {
    selected = name.equalsIgnoreCase("INBOX");
    if (!selected) {
      line.say(tag + " NO [NONEXISTENT] There is only INBOX here");
      return;
    }
    done(
        tag,
        "* " + inbox.all().size() + " EXISTS",
        "* OK [UIDVALIDITY " + inbox.validity() + "] Numbers hold",
        "* OK [UIDNEXT " + inbox.next() + "] Comes next");
  }

  private void uid(String tag, String rest) throws IOException {
    if (!selected) {
      line.say(tag + " BAD Open a folder first");
    } else if (rest.toUpperCase(Locale.ROOT).startsWith("SEARCH ")) {
      done(tag, "* SEARCH" + found(rest.substring(7)));
    } else if (rest.toUpperCase(Locale.ROOT).startsWith("FETCH ")) {
      fetch(tag, rest.substring(6).split(" ", 2));
    } else {
      line.say(tag + " BAD Not known here");
    }
  }

  private String found(String condition) {
    Matcher since = SINCE.matcher(condition);
    LocalDate first = since.find() ? LocalDate.parse(since.group(1), DAY) : LocalDate.MIN;
    String[] words = condition.split(" ", -1);
    Predicate<Long> numbers =
        words[0].equals("UID") ? new UidNumbers(words[1], inbox.next() - 1) : any -> true;
    return inbox.all().stream()
        .filter(mail -> numbers.test(mail.number()))
        .filter(mail -> !LocalDate.ofInstant(mail.at(), ZoneOffset.UTC).isBefore(first))
        .map(mail -> " " + mail.number())
        .collect(Collectors.joining());
  }

  private void fetch(String tag, String[] words) throws IOException {
    UidNumbers numbers = new UidNumbers(words[0], inbox.next() - 1);
    List<StoredMail> all = inbox.all();
    for (int i = 0; i < all.size(); i++) {
      if (numbers.test(all.get(i).number())) {
        line.say(new FetchedItems(all.get(i), words[1]).of(i + 1));
      }
    }
    done(tag);
  }

  private interface Step {
    void take() throws IOException;
  }
}
