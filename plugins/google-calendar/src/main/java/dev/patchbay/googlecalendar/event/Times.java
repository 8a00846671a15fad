package dev.patchbay.googlecalendar.event;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.googlecalendar.json.Node;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Start, length and time zones. An event that lasts hours keeps its exact length over a clock
 * change; one of whole days keeps its days.
 *
 * <p>Where the end is in another zone (a flight), JSCalendar says so with a location at the end
 * (RFC 8984, section 4.2.5). Where Google says that the end is not known, there is no duration, and
 * the end that Google makes up stays Google's. A cancelled occurrence of which Google says no start
 * starts when it would have.
 */
final class Times implements Concern {

  /** The id of the location that holds the time zone of the end. */
  static final String END = "end";

  @Override
  public void toStandard(Node google, Node event) {
    var start =
        time(google, "start")
            .or(() -> time(google, "originalStartTime"))
            .orElseThrow(() -> noStart(google));
    event.set("start", Local.format(start.local()));
    event.set("timeZone", start.zone().map(Object::toString));
    if (start.allDay()) {
      event.set("showWithoutTime", true);
    }
    if (!google.yes("endTimeUnspecified")) {
      time(google, "end").ifPresent(end -> end(start, end, event));
    }
  }

  @Override
  public void toGoogle(Node event, Node google) {
    var start = start(event);
    google.set("start", start.json());
    event
        .text("duration")
        .flatMap(Length::parse)
        .ifPresent(length -> google.set("end", end(start, length, event).json()));
  }

  private static void end(GoogleTime start, GoogleTime end, Node event) {
    length(start, end).ifPresent(length -> event.set("duration", length.format()));
    if (start.zone().isPresent() && !start.zone().equals(end.zone())) {
      end.zone()
          .ifPresent(
              zone ->
                  event
                      .child("locations")
                      .set(
                          END,
                          Node.typed("Location")
                              .set("relativeTo", "end")
                              .set("timeZone", zone.getId())));
    }
  }

  private static Optional<Length> length(GoogleTime start, GoogleTime end) {
    if (start.allDay() != end.allDay() || start.zone().isPresent() != end.zone().isPresent()) {
      return Optional.empty();
    }
    if (end.instant().isBefore(start.instant())) {
      return Optional.empty();
    }
    return Optional.of(
        start.allDay()
            ? Length.ofDays(ChronoUnit.DAYS.between(start.local(), end.local()))
            : Length.exactly(Duration.between(start.instant(), end.instant())));
  }

  private static GoogleTime start(Node event) {
    var local = event.text("start").flatMap(Local::parse).orElseThrow(() -> noStandardStart(event));
    return wholeDays(event, local)
        ? GoogleTime.day(local.toLocalDate())
        : GoogleTime.time(local, event.text("timeZone").flatMap(Zones::named));
  }

  private static boolean wholeDays(Node event, LocalDateTime start) {
    return event.yes("showWithoutTime")
        && start.toLocalDate().atStartOfDay().equals(start)
        && event
            .text("duration")
            .map(text -> Length.parse(text).flatMap(Length::wholeDays).isPresent())
            .orElse(true);
  }

  private static GoogleTime end(GoogleTime start, Length length, Node event) {
    if (start.allDay()) {
      var days = length.wholeDays().orElseThrow();
      return GoogleTime.day(start.local().toLocalDate().plusDays(days));
    }
    if (start.zone().isEmpty()) {
      var local = start.local().plusDays(length.days()).plus(length.exact());
      return GoogleTime.time(local, Optional.empty());
    }
    var zone = start.zone().get();
    var end = length.after(start.local(), zone);
    var endZone = endZone(event).orElse(zone);
    return GoogleTime.time(
        end.withZoneSameInstant(endZone).toLocalDateTime(), Optional.of(endZone));
  }

  private static Optional<ZoneId> endZone(Node event) {
    return event.entries("locations").values().stream()
        .filter(location -> location.text("relativeTo").filter("end"::equals).isPresent())
        .flatMap(location -> location.text("timeZone").flatMap(Zones::named).stream())
        .findFirst();
  }

  private static Optional<GoogleTime> time(Node google, String name) {
    return google.object(name).flatMap(GoogleTime::parse);
  }

  private static Rejected noStart(Node google) {
    return new Rejected(
        "The event \"%s\" has no start that can be understood: %s"
            .formatted(google.text("id").orElse(""), google.json().get("start")));
  }

  private static Rejected noStandardStart(Node event) {
    return new Rejected(
        "The event \"%s\" has no start that can be understood: %s"
            .formatted(event.text("uid").orElse(""), event.json().get("start")));
  }
}
