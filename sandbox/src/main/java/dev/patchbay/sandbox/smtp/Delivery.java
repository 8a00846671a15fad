package dev.patchbay.sandbox.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;

/** What becomes of a mail that was taken: it is kept, and some of it comes back. */
final class Delivery {
  private final Mails mails;
  private final Inbox inbox;
  private final Clock clock;

  Delivery(Mails mails, Inbox inbox, Clock clock) {
    this.mails = mails;
    this.inbox = inbox;
    this.clock = clock;
  }

  StoredMail deliver(List<String> to, byte[] mail) {
    StoredMail kept = mails.add(Mailbox.ADDRESS, to, mail);
    if (to.stream().anyMatch(Mailbox.ADDRESS::equalsIgnoreCase)) {
      inbox.add(kept.from(), kept.raw());
    }
    if (to.stream().anyMatch(Recipients::answers)) {
      answer(kept, "I read this at once.");
    }
    return kept;
  }

  /** Has the first recipient of a mail answer it. */
  StoredMail answer(StoredMail mail, String text) {
    String from = mail.to().get(0);
    String id = mail.part().header("Message-ID");
    String lines =
        String.join(
            "\r\n",
            "Message-ID: <answer." + inbox.next() + "@sandbox.example>",
            "In-Reply-To: " + id,
            "References: " + id,
            "Date: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    clock.instant().atZone(ZoneOffset.UTC)),
            "From: <" + from + ">",
            "To: <" + mail.from() + ">",
            "Subject: " + word("Re: " + mail.part().header("Subject")),
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
            Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8)),
            "");
    return inbox.add(from, lines);
  }

  private static String word(String text) {
    return "=?utf-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "?=";
  }
}
