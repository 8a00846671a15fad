package dev.patchbay.googlecalendar.event;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The IANA time zones that JSCalendar allows (RFC 8984, section 1.4.8) and this JDK knows. */
final class Zones {

  private static final int HOUR = 3600;
  private static final Map<String, ZoneId> KNOWN =
      ZoneId.getAvailableZoneIds().stream()
          .filter(name -> !name.startsWith("SystemV/"))
          .collect(Collectors.toUnmodifiableMap(Function.identity(), ZoneId::of));

  private Zones() {}

  /** The zone of a name; empty if it is no IANA name or a newer one than this JDK's. */
  static Optional<ZoneId> named(String name) {
    return Optional.ofNullable(KNOWN.get(name));
  }

  /** The zone that has this offset for ever; UTC if there is none. */
  static ZoneId fixed(ZoneOffset offset) {
    var seconds = offset.getTotalSeconds();
    if (seconds == 0 || seconds % HOUR != 0) {
      return KNOWN.get("Etc/UTC");
    }
    var hours = seconds / HOUR;
    var name = "Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours);
    return KNOWN.getOrDefault(name, KNOWN.get("Etc/UTC"));
  }
}
