package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.time.LocalTime;

/**
 * Which occurrence of its series an exception stands for (RFC 8984, sections 4.3.1 and 4.3.2).
 * Series and exception share their UID; Google's id of the series stays in the vendor extension.
 */
final class Occurrence implements Concern {

  @Override
  public void toStandard(Node google, Node event) {
    google
        .object("originalStartTime")
        .flatMap(GoogleTime::parse)
        .ifPresent(
            original -> {
              event.set("recurrenceId", Local.format(original.local()));
              event.set("recurrenceIdTimeZone", original.zone().map(Object::toString));
            });
  }

  @Override
  public void toGoogle(Node event, Node google) {
    event
        .text("recurrenceId")
        .flatMap(Local::parse)
        .ifPresent(
            local -> {
              var zone = event.text("recurrenceIdTimeZone").flatMap(Zones::named);
              var day = zone.isEmpty() && local.toLocalTime().equals(LocalTime.MIDNIGHT);
              google.set(
                  "originalStartTime",
                  (day ? GoogleTime.day(local.toLocalDate()) : GoogleTime.time(local, zone))
                      .json());
            });
  }
}
