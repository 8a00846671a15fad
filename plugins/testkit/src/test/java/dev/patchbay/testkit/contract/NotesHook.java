package dev.patchbay.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.webhook.Hmac;
import dev.patchbay.api.webhook.Notification;
import dev.patchbay.api.webhook.Receipt;
import dev.patchbay.api.webhook.WebhookReceiver;
import dev.patchbay.api.webhook.WebhookRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Understands what the notes service sends: an event and an account, signed with the time. */
record NotesHook(Optional<Flaw> flaw) implements WebhookReceiver {
  static final String SIGNATURE = "Notes-Signature";
  static final String TIME = "Notes-Time";
  static final Secret FIRST = Secret.of("the first secret");

  @Override
  public Receipt receive(WebhookRequest request, Secret secret) {
    var time = request.header(TIME).orElse("0");
    if (!Flaw.KEEPS_ITS_FIRST_SECRET.isIn(flaw) || !isSigned(request, FIRST, time)) {
      requireGenuine(request, secret, time);
    }
    if (!Flaw.BELIEVES_WHAT_IS_OLD.isIn(flaw)) {
      request.requireFresh(Instant.ofEpochSecond(Long.parseLong(time)), Duration.ofMinutes(5));
    }
    var parts = new String(request.body(), UTF_8).strip().split(" ", -1);
    return Receipt.of(
        Flaw.OVERHEARS_THE_HOOK.isIn(flaw)
            ? List.of()
            : List.of(new Notification(id(parts[0]), parts[1])));
  }

  private void requireGenuine(WebhookRequest request, Secret secret, String time) {
    if (!isSigned(request, secret, time)) {
      throw new Rejected("The notes service did not sign this");
    }
  }

  private boolean isSigned(WebhookRequest request, Secret secret, String time) {
    var body = Flaw.SIGNS_WITHOUT_SPACES.isIn(flaw) ? stripped(request.body()) : request.body();
    return Hmac.sha256(secret).matchesHex(request.header(SIGNATURE).orElse(""), time + ".", body);
  }

  private static byte[] stripped(byte[] body) {
    return new String(body, UTF_8).strip().getBytes(UTF_8);
  }

  private String id(String event) {
    return Flaw.NAMES_EACH_DELIVERY_ANEW.isIn(flaw) ? UUID.randomUUID().toString() : event;
  }
}
