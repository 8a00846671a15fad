package dev.patchbay.smtp.inbox;

import jakarta.mail.Header;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The header of a mail (RFC 5322), read as far as whoever wrote it kept to the rules. */
final class MailHeader {

  private static final Pattern ID = Pattern.compile("<[^<>\\s]+>");
  private static final Pattern PLAIN_NAME = Pattern.compile("[^\"(),.:;<>@\\[\\]\\\\]+");
  private static final int MOST_VALUES = 100;
  private static final Set<String> MAPPED =
      Set.of(
          "to",
          "from",
          "cc",
          "reply-to",
          "subject",
          "date",
          "message-id",
          "in-reply-to",
          "references");

  private final InternetHeaders headers;

  MailHeader(InternetHeaders headers) {
    this.headers = headers;
  }

  Optional<String> text(String name) {
    return raw(name).map(HeaderText::decoded).filter(text -> !text.isBlank()).findFirst();
  }

  /** Addresses with the names of the people, as they are shown. */
  List<String> addresses(String name) {
    return raw(name).flatMap(MailHeader::parsed).filter(text -> !text.isBlank()).toList();
  }

  private static Stream<String> parsed(String raw) {
    try {
      return Arrays.stream(InternetAddress.parseHeader(raw, false))
          .map(address -> HeaderText.storable(shown(address)));
    } catch (AddressException e) {
      return Stream.of(HeaderText.decoded(raw));
    }
  }

  /** Without the quotes that a name needs only in a header. */
  private static String shown(InternetAddress address) {
    var name = address.getPersonal();
    return name != null && PLAIN_NAME.matcher(name).matches()
        ? name + " <" + address.getAddress() + ">"
        : address.toUnicodeString();
  }

  /** Its own Message-ID, with angle brackets. */
  Optional<String> id() {
    return ids("Message-ID").stream().findFirst();
  }

  List<String> ids(String name) {
    return raw(name)
        .flatMap(value -> ID.matcher(value).results().map(MatchResult::group))
        .map(HeaderText::storable)
        .toList();
  }

  /** The Message-ID of what it answers; where nothing else is said, the last that it refers to. */
  Optional<String> answered() {
    var references = ids("References");
    return ids("In-Reply-To").stream()
        .findFirst()
        .or(() -> references.stream().skip(Math.max(0, references.size() - 1L)).findFirst());
  }

  Optional<Instant> date() {
    return raw("Date").findFirst().flatMap(MailHeader::instant);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(new MailDateFormat().parse(text.strip()).toInstant());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  /** All that has no place of its own, by name. */
  Map<String, List<String>> others() {
    var others = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : Collections.list(headers.getAllHeaders())) {
      var name = HeaderText.storable(header.getName());
      if (!MAPPED.contains(name.toLowerCase(Locale.ROOT)) && !name.isBlank()) {
        var values = others.computeIfAbsent(name, none -> new ArrayList<>());
        if (values.size() < MOST_VALUES) {
          values.add(HeaderText.decoded(header.getValue()));
        }
      }
    }
    return others;
  }

  private Stream<String> raw(String name) {
    return Stream.ofNullable(headers.getHeader(name)).flatMap(Arrays::stream);
  }
}
