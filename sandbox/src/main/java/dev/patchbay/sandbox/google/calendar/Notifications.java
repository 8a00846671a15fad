package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Request;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The mails that Google would have sent to invitees: counted and remembered, never sent. */
public final class Notifications {
  private static final int REMEMBERED = 1000;

  private final Deque<Notification> recent = new ArrayDeque<>();
  private long count;

  synchronized void about(Request request, OpenCalendar calendar, ObjectNode event, String what) {
    List<String> invitees = invitees(request, event);
    if (invitees.isEmpty()) {
      return;
    }
    count += invitees.size();
    String id = event.get("id").asText();
    recent.addLast(new Notification(calendar.info().id(), id, what, invitees));
    while (recent.size() > REMEMBERED) {
      recent.removeFirst();
    }
  }

  private static List<String> invitees(Request request, ObjectNode event) {
    String mode =
        request.query("sendUpdates").orElse(request.isTrue("sendNotifications") ? "all" : "none");
    List<String> invitees = new ArrayList<>();
    if (mode.equals("none")) {
      return invitees;
    }
    String home = domain(event.path("organizer").path("email").asText());
    for (JsonNode attendee : event.path("attendees")) {
      String email = attendee.path("email").asText();
      boolean reached = mode.equals("all") || !domain(email).equals(home);
      if (reached && !attendee.path("self").asBoolean()) {
        invitees.add(email);
      }
    }
    return invitees;
  }

  private static String domain(String email) {
    return email.substring(email.indexOf('@') + 1);
  }

  public synchronized long count() {
    return count;
  }

  public synchronized List<Notification> recent() {
    return List.copyOf(recent);
  }

  public synchronized void forget() {
    recent.clear();
    count = 0;
  }

  /** One mail to some invitees: what happened to which event. */
  public record Notification(String calendar, String event, String what, List<String> to) {}
}
