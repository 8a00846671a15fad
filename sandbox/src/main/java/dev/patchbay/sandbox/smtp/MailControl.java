package dev.patchbay.sandbox.smtp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ControlBody;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import java.util.List;
import java.util.function.IntSupplier;

/** What a test may ask of the mail server. */
final class MailControl {
  private static final String BASE = "/control/smtp";

  private final Mails mails;
  private final IntSupplier port;

  MailControl(Mails mails, IntSupplier port) {
    this.mails = mails;
    this.port = port;
  }

  void declare(Routes routes) {
    routes
        .get(BASE, request -> Answer.json(200, server()))
        .get(BASE + "/mails", request -> Answer.json(200, list()))
        .delete(BASE + "/mails", request -> forget())
        .get(BASE + "/mails/{number}", request -> Answer.json(200, find(mails, request).whole()));
  }

  private ObjectNode server() {
    return Json.object()
        .put("host", Smtp.HOST)
        .put("port", port.getAsInt())
        .put("username", Mailbox.ADDRESS)
        .put("password", Mailbox.PASSWORD);
  }

  private ObjectNode list() {
    List<StoredMail> all = mails.all();
    ObjectNode document = Json.object().put("count", all.size());
    ArrayNode items = document.putArray("items");
    all.forEach(mail -> items.add(mail.summary()));
    return document;
  }

  private Answer forget() {
    mails.forget();
    return Answer.empty(204);
  }

  static StoredMail find(Mails mails, Request request) {
    String number = request.parameter("number");
    return mails
        .find(Long.parseLong(number))
        .orElseThrow(() -> ControlBody.refused(404, "There is no mail " + number));
  }
}
