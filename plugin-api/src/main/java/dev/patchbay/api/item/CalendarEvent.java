package dev.patchbay.api.item;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An event of a calendar as a JSCalendar Event (RFC 8984).
 *
 * <p>A series and each of its exceptions are items of their own, so that each keeps the service's
 * version: an exception carries {@code recurrenceId} (RFC 8984 section 4.3.1) and the UID of its
 * series.
 *
 * <p>Immutable and safe to share between threads.
 *
 * @since 1
 */
public final class CalendarEvent extends Item {

  /** The name of this type: {@code event}. */
  public static final String TYPE = "event";

  /** How an event is read from JSON and written to it. */
  public static final Schema<CalendarEvent> SCHEMA =
      Schema.of(TYPE, CalendarEvent::of, CalendarEvent::json).matchedBy("uid", "recurrenceId");

  private CalendarEvent(Map<String, ?> json) {
    super(TYPE, json);
  }

  /**
   * @param json a JSCalendar Event; {@code @type} and {@code uid} must be there
   * @throws IllegalArgumentException if it is no JSCalendar Event; names the property at fault
   */
  public static CalendarEvent of(Map<String, ?> json) {
    var event = new CalendarEvent(json);
    event.demandType("Event");
    event.demandText("uid");
    return event;
  }

  /** A builder of an event with this UID (RFC 8984 section 4.1.2). */
  public static Builder builder(String uid) {
    return new Builder(uid);
  }

  /** The UID, the same in all calendar systems (RFC 8984 section 4.1.2). */
  public String uid() {
    return text("uid").orElseThrow();
  }

  /** The title in plain text; empty text if there is none. */
  public String title() {
    return text("title").orElse("");
  }

  /** When it starts, in the local time of {@link #timeZone()}. */
  public Optional<LocalDateTime> start() {
    return text("start").map(LocalDateTime::parse);
  }

  /** The time zone of start and recurrences; empty for floating time, as all-day events have. */
  public Optional<ZoneId> timeZone() {
    return text("timeZone").map(ZoneId::of);
  }

  /** How long it lasts; zero if nothing is said (RFC 8984 section 5.1.2). */
  public Duration duration() {
    return text("duration").map(EventTime::parse).orElse(Duration.ZERO);
  }

  /** Whether it is an all-day event (RFC 8984 section 4.2.6). */
  public boolean showWithoutTime() {
    return Boolean.TRUE.equals(json().get("showWithoutTime"));
  }

  /** {@code confirmed}, {@code tentative} or {@code cancelled} (RFC 8984 section 5.1.3). */
  public String status() {
    return text("status").orElse("confirmed");
  }

  /** Which occurrence of its series this is an exception of (RFC 8984 section 4.3.1). */
  public Optional<LocalDateTime> recurrenceId() {
    return text("recurrenceId").map(LocalDateTime::parse);
  }

  /** Collects the properties of an event; not safe for use by several threads. */
  public static final class Builder extends ItemBuilder<CalendarEvent, Builder> {

    private Builder(String uid) {
      set("@type", "Event");
      set("uid", Objects.requireNonNull(uid, "uid"));
    }

    /** The title in plain text. */
    public Builder title(String title) {
      return set("title", title);
    }

    /** When it starts, in the local time of the event's time zone. */
    public Builder start(LocalDateTime start) {
      return set("start", EventTime.format(start));
    }

    /** The IANA time zone of the start. */
    public Builder timeZone(ZoneId zone) {
      return set("timeZone", zone.getId());
    }

    /** How long it lasts; never negative. */
    public Builder duration(Duration duration) {
      return set("duration", EventTime.format(duration));
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    CalendarEvent build(Map<String, Object> properties) {
      return CalendarEvent.of(properties);
    }
  }
}
