package dev.patchbay.sandbox.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Where an application wants to hear of events, and what it knows Slack by. */
record RequestUrl(String url, String signingSecret) {

  /** The signature {@code v0} of a body that is sent at a time, in seconds. */
  String signature(String time, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(signingSecret.getBytes(UTF_8), "HmacSHA256"));
      byte[] hash = mac.doFinal(("v0:" + time + ":" + body).getBytes(UTF_8));
      return "v0=" + HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }

  ObjectNode document() {
    return Json.object().put("url", url).put("signingSecret", signingSecret);
  }

  static RequestUrl of(ObjectNode node) {
    return new RequestUrl(node.get("url").asText(), node.get("signingSecret").asText());
  }

  @Override
  public String toString() {
    return "RequestUrl[" + url + "]";
  }
}
