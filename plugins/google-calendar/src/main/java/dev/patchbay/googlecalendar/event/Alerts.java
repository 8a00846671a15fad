package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reminders and alerts (RFC 8984, section 4.5). Google counts minutes before the start; what an
 * alert says of seconds is lost.
 */
final class Alerts implements Concern {

  private static final Faithful REMINDER =
      new Faithful("google.com:reminder", Alerts::alert, Alerts::reminder);

  @Override
  public void toStandard(Node google, Node event) {
    google
        .object("reminders")
        .ifPresent(
            reminders -> {
              event.set("useDefaultAlerts", reminders.flag("useDefault"));
              var alerts = Node.empty();
              reminders
                  .objects("overrides")
                  .forEach(reminder -> Ids.add(alerts, id(reminder), alertOf(reminder)));
              event.setFilled("alerts", alerts.json());
            });
  }

  @Override
  public void toGoogle(Node event, Node google) {
    var useDefault = event.flag("useDefaultAlerts");
    var overrides =
        event.entries("alerts").values().stream()
            .map(alert -> REMINDER.toGoogle(alert.json()))
            .toList();
    if (useDefault.isPresent() || !overrides.isEmpty()) {
      google.set(
          "reminders",
          Node.empty()
              .set("useDefault", useDefault.orElse(false))
              .setFilled("overrides", overrides));
    }
  }

  private static Node alertOf(Node reminder) {
    return new Node(REMINDER.toStandard(reminder.json()));
  }

  private static String id(Node reminder) {
    return "email".equals(reminder.json().get("method"))
        ? "email-" + minutes(reminder)
        : "display-" + minutes(reminder);
  }

  private static int minutes(Node reminder) {
    return reminder.integer("minutes").orElse(0);
  }

  private static Map<String, Object> alert(Map<String, Object> reminder) {
    var google = new Node(reminder);
    var before = Duration.ofMinutes(minutes(google));
    var offset = Length.exactly(before.abs());
    return Node.typed("Alert")
        .set(
            "trigger",
            Node.typed("OffsetTrigger")
                .set("offset", (before.toMinutes() > 0 ? "-" : "") + offset.format()))
        .set("action", google.text("method").filter("email"::equals).orElse("display"))
        .json();
  }

  private static Map<String, Object> reminder(Map<String, Object> alert) {
    var standard = new Node(alert);
    var google = new Node(new LinkedHashMap<>());
    google.set("method", standard.text("action").filter("email"::equals).orElse("popup"));
    google.set(
        "minutes",
        standard
            .object("trigger")
            .flatMap(trigger -> trigger.text("offset"))
            .flatMap(Alerts::minutesBefore));
    return google.json();
  }

  private static Optional<Integer> minutesBefore(String offset) {
    var before = offset.startsWith("-");
    return Length.parse(offset.replaceFirst("^[+-]", ""))
        .map(length -> Duration.ofDays(length.days()).plus(length.exact()).toMinutes())
        .map(minutes -> Math.toIntExact(before ? minutes : -minutes));
  }
}
