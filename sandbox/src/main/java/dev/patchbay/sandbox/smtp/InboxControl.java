package dev.patchbay.sandbox.smtp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ControlBody;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import java.util.function.IntSupplier;

/** What a test may do with the mails that came in. */
final class InboxControl {
  private static final String BASE = "/control/smtp/inbox";

  private final Inbox inbox;
  private final IntSupplier port;

  InboxControl(Inbox inbox, IntSupplier port) {
    this.inbox = inbox;
    this.port = port;
  }

  void declare(Routes routes) {
    routes
        .get(BASE, request -> Answer.json(200, list()))
        .post(BASE, this::add)
        .post(BASE + "/renumber", request -> renumber())
        .delete(BASE + "/{number}", this::remove);
  }

  private ObjectNode list() {
    ObjectNode document =
        Json.object()
            .put("host", Smtp.IMAP_HOST)
            .put("port", port.getAsInt())
            .put("count", inbox.all().size());
    ArrayNode items = document.putArray("items");
    inbox.all().forEach(mail -> items.add(mail.summary()));
    return document;
  }

  private Answer add(Request request) {
    ObjectNode body = ControlBody.of(request);
    String raw = ControlBody.text(body, "raw").replaceAll("\r?\n", "\r\n");
    StoredMail mail = inbox.add(body.path("from").asText("somebody@sandbox.example"), raw);
    return Answer.json(201, mail.summary());
  }

  private Answer renumber() {
    inbox.renumber();
    return Answer.json(200, list());
  }

  private Answer remove(Request request) {
    String number = request.parameter("number");
    if (!inbox.remove(Long.parseLong(number))) {
      throw ControlBody.refused(404, "There is no mail " + number + " in the inbox");
    }
    return Answer.empty(204);
  }
}
