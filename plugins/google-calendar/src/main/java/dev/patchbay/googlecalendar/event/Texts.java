package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.util.regex.Pattern;

/**
 * Title and description. Google lets a description hold HTML without saying whether it does, so
 * that is told by the look of it.
 */
final class Texts implements Concern {

  private static final Pattern HTML =
      Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*(\\s[^<>]*)?/?>|&(#\\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);");

  @Override
  public void toStandard(Node google, Node event) {
    event.set("title", google.text("summary"));
    google
        .text("description")
        .ifPresent(
            description -> {
              event.set("description", description);
              if (isHtml(description)) {
                event.set("descriptionContentType", "text/html");
              }
            });
  }

  private static boolean isHtml(String text) {
    return (text.indexOf('<') >= 0 || text.indexOf('&') >= 0) && HTML.matcher(text).find();
  }

  @Override
  public void toGoogle(Node event, Node google) {
    google.set("summary", event.text("title"));
    google.set("description", event.text("description"));
  }
}
