package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A time as Google says it (resource {@code EventDateTime}): a day, or a time with an offset, a
 * zone or both. JSCalendar wants a local time and an IANA zone, so an offset alone becomes the zone
 * that has this offset for ever ({@code Etc/GMT-2}), or UTC where there is no such zone.
 *
 * @param local the time on the clock of the zone; midnight of a whole day
 * @param zone empty for a whole day and for floating time
 * @param allDay whether it is a whole day
 * @param instant when it is; floating time and whole days are taken as UTC
 */
record GoogleTime(LocalDateTime local, Optional<ZoneId> zone, boolean allDay, Instant instant) {

  /** A whole day. */
  static GoogleTime day(LocalDate day) {
    var midnight = day.atStartOfDay();
    return new GoogleTime(midnight, Optional.empty(), true, midnight.toInstant(ZoneOffset.UTC));
  }

  /** A time of a zone's clock, or floating. */
  static GoogleTime time(LocalDateTime local, Optional<ZoneId> zone) {
    var instant = local.atZone(zone.orElse(ZoneOffset.UTC)).toInstant();
    return new GoogleTime(local, zone, false, instant);
  }

  /** Reads Google's JSON; empty if no time can be understood. */
  static Optional<GoogleTime> parse(Node json) {
    try {
      var zone = json.text("timeZone").flatMap(Zones::named);
      return json.text("date")
          .map(LocalDate::parse)
          .map(GoogleTime::day)
          .or(() -> json.text("dateTime").map(text -> parse(text, zone)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Google's JSON, spelled as Google does. */
  Node json() {
    var json = Node.empty();
    if (allDay) {
      return json.set("date", local.toLocalDate().toString());
    }
    zone.ifPresentOrElse(
        id -> {
          var zoned = local.atZone(id);
          json.set("dateTime", text(zoned));
          json.set("timeZone", id.getId());
        },
        () -> json.set("dateTime", Local.format(local)));
    return json;
  }

  private static String text(ZonedDateTime time) {
    return Local.format(time.toLocalDateTime()) + time.getOffset().getId();
  }

  private static GoogleTime parse(String text, Optional<ZoneId> zone) {
    var offset = PlainTime.offset(text);
    var plain = offset.flatMap(it -> PlainTime.parse(text, PlainTime.LENGTH));
    return plain.isPresent() && text.length() == PlainTime.LENGTH + PlainTime.OFFSET_LENGTH
        ? of(plain.get().atOffset(offset.get()), zone)
        : parseAny(text, zone);
  }

  private static GoogleTime parseAny(String text, Optional<ZoneId> zone) {
    var parsed =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return parsed instanceof OffsetDateTime time
        ? of(time, zone)
        : time((LocalDateTime) parsed, zone);
  }

  private static GoogleTime of(OffsetDateTime time, Optional<ZoneId> zone) {
    var clock = zone.orElseGet(() -> Zones.fixed(time.getOffset()));
    var local = time.atZoneSameInstant(clock).toLocalDateTime();
    return new GoogleTime(local, Optional.of(clock), false, time.toInstant());
  }
}
