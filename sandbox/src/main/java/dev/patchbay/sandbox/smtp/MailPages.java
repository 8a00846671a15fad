package dev.patchbay.sandbox.smtp;

import static dev.patchbay.sandbox.page.Element.tag;

import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.page.Element;
import dev.patchbay.sandbox.page.Form;
import dev.patchbay.sandbox.page.Page;
import java.util.List;

/** The mails for people: which were sent, and what is in them. */
final class MailPages {
  private static final int SHOWN = 20;

  private final Mails mails;
  private final Inbox inbox;
  private final Delivery delivery;

  MailPages(Mails mails, Inbox inbox, Delivery delivery) {
    this.mails = mails;
    this.inbox = inbox;
    this.delivery = delivery;
  }

  void declare(Routes routes) {
    routes
        .get("/smtp/mails/{number}", this::show)
        .post("/smtp/mails/{number}/answer", this::answer);
  }

  private Answer answer(Request request) {
    StoredMail mail = MailControl.find(mails, request);
    delivery.answer(mail, request.form().getOrDefault("text", List.of("")).get(0));
    return Answer.redirect(303, "/smtp/mails/" + mail.number());
  }

  Element overview() {
    Element list = tag("ul").style("calendars");
    mails.all().stream().limit(SHOWN).forEach(mail -> list.add(link(mail)));
    return tag(
        "section",
        tag("h2", "E-mail"),
        tag(
                "div",
                tag(
                        "article",
                        tag(
                            "h3",
                            Mailbox.ADDRESS,
                            " ",
                            tag("small", "password " + Mailbox.PASSWORD)),
                        mails.all().isEmpty() ? tag("p", "Nothing was sent yet.") : list,
                        tag("p", inbox.all().size() + " in the inbox"))
                    .style("account"))
            .style("accounts-grid"));
  }

  private static Element link(StoredMail mail) {
    return tag(
        "li",
        tag("span").style("dot"),
        tag("a", subject(mail)).attribute("href", "/smtp/mails/" + mail.number()),
        tag("small", "to " + String.join(", ", mail.to())));
  }

  private static String subject(StoredMail mail) {
    String subject = mail.part().header("Subject");
    return subject.isBlank() ? "(no subject)" : subject;
  }

  private Answer show(Request request) {
    StoredMail mail = MailControl.find(mails, request);
    Element main =
        tag(
            "main",
            tag("p", tag("a", "All services").attribute("href", "/")),
            tag("h1", subject(mail)),
            tag("p", "From ", mail.from(), " to ", String.join(", ", mail.to()), ", ", mail.at())
                .style("lead"),
            parts(mail),
            answerForm(mail));
    return Page.answer(200, subject(mail) + " - sandbox", tag("body", main).style("wide"));
  }

  private static Element answerForm(StoredMail mail) {
    return Form.post(
        "/smtp/mails/" + mail.number() + "/answer",
        Form.input("text", "text", "Answer", "Thank you!"),
        Form.button("Answer as " + mail.to().get(0), "primary"));
  }

  private static List<Element> parts(StoredMail mail) {
    return mail.part().leaves().stream()
        .map(
            part ->
                tag(
                        "article",
                        tag("h3", part.isText() ? part.contentType() : part.filename()),
                        part.isText()
                            ? tag("pre", part.text())
                            : tag("p", part.content().length + " bytes, " + part.contentType()))
                    .style("account"))
        .toList();
  }
}
