package dev.patchbay.host.mapping;

import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.api.item.Contact;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of the standard schemas: JSCalendar's Event (RFC 8984 sections 4 and 5.1) and
 * JSContact's Card (RFC 9553 section 2). Of other types the host knows no list. A name with a colon
 * is a vendor's extension (RFC 8984 section 3.3, RFC 9553 section 1.8.1); there a service keeps
 * what the standard lacks, custom fields above all.
 */
final class StandardFields {
  /** What every record has by itself. */
  static final Set<String> GIVEN = Set.of("@type", "uid", "version");

  private static final String EVENT_TEXTS =
      "prodId created updated method title description descriptionContentType locale color"
          + " recurrenceId recurrenceIdTimeZone freeBusyStatus privacy sentBy requestStatus"
          + " timeZone start duration status";
  private static final String EVENT_OTHERS =
      "relatedTo sequence showWithoutTime locations virtualLocations links keywords categories"
          + " recurrenceRules excludedRecurrenceRules recurrenceOverrides excluded priority replyTo"
          + " participants useDefaultAlerts alerts localizations timeZones";
  private static final String CARD_TEXTS = "created kind language prodId updated";
  private static final String CARD_OTHERS =
      "members relatedTo name nicknames organizations speakToAs titles emails onlineServices phones"
          + " preferredLanguages calendars schedulingAddresses addresses cryptoKeys directories"
          + " links media localizations anniversaries keywords notes personalInfo";
  private static final Map<String, Set<String>> TEXTS =
      Map.of(CalendarEvent.TYPE, words(EVENT_TEXTS), Contact.TYPE, words(CARD_TEXTS));
  private static final Map<String, Set<String>> OTHERS =
      Map.of(CalendarEvent.TYPE, words(EVENT_OTHERS), Contact.TYPE, words(CARD_OTHERS));

  /** The {@code @type} of what is kept by id under a property. */
  private static final Map<String, String> ELEMENTS =
      Map.ofEntries(
          Map.entry("locations", "Location"),
          Map.entry("virtualLocations", "VirtualLocation"),
          Map.entry("participants", "Participant"),
          Map.entry("alerts", "Alert"),
          Map.entry("nicknames", "Nickname"),
          Map.entry("organizations", "Organization"),
          Map.entry("titles", "Title"),
          Map.entry("emails", "EmailAddress"),
          Map.entry("onlineServices", "OnlineService"),
          Map.entry("phones", "Phone"),
          Map.entry("addresses", "Address"),
          Map.entry("anniversaries", "Anniversary"),
          Map.entry("notes", "Note"),
          Map.entry("personalInfo", "PersonalInfo"));

  /** The {@code @type} of what a property holds itself. */
  private static final Map<String, String> OBJECTS =
      Map.of("name", "Name", "speakToAs", "SpeakToAs");

  private StandardFields() {}

  private static Set<String> words(String text) {
    return Set.of(text.split(" ", -1));
  }

  /** Whether the type has the property, as far as that is known. */
  static boolean has(String type, String property) {
    return !TEXTS.containsKey(type)
        || property.contains(":")
        || isText(type, property)
        || OTHERS.get(type).contains(property);
  }

  /** Whether a property of the type is one of its own names, which nothing else can be called. */
  static boolean owns(String type, String property) {
    return GIVEN.contains(property) || (TEXTS.containsKey(type) && has(type, property));
  }

  static boolean isText(String type, String property) {
    return TEXTS.getOrDefault(type, Set.of()).contains(property);
  }

  /** The {@code @type} of an object at a place in a record; empty if the schema names none. */
  static Optional<String> typeAt(String... path) {
    return switch (path.length) {
      case 1 -> Optional.ofNullable(OBJECTS.get(path[0]));
      case 2 -> Optional.ofNullable(ELEMENTS.get(path[0]));
      default -> Optional.empty();
    };
  }
}
