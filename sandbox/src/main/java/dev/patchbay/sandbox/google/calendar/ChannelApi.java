package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.google.Account;
import dev.patchbay.sandbox.google.Bearer;
import dev.patchbay.sandbox.google.GoogleError;
import dev.patchbay.sandbox.google.GoogleScopes;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ControlBody;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * The {@code watch} methods and {@code channels.stop} of Calendar v3, and what a test may do to
 * channels. Messages go to addresses on this computer only, encrypted or not.
 */
final class ChannelApi {
  private static final String CONTROL = "/control/google/channels";
  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final Set<String> TYPES = Set.of("web_hook", "webhook");

  private final Bearer bearer;
  private final Calendars calendars;
  private final Channels channels;
  private final Postman postman;
  private final Clock clock;
  private volatile Duration longestLife = A_WEEK;

  ChannelApi(Bearer bearer, Calendars calendars, Channels channels, Postman postman, Clock clock) {
    this.bearer = bearer;
    this.calendars = calendars;
    this.channels = channels;
    this.postman = postman;
    this.clock = clock;
  }

  void declare(Routes routes) {
    routes
        .post(CalendarApi.BASE + "/calendars/{calendarId}/events/watch", this::watchEvents)
        .post(CalendarApi.BASE + "/users/me/calendarList/watch", this::watchList)
        .post(CalendarApi.BASE + "/channels/stop", this::stop)
        .get(CONTROL, request -> Answer.json(200, shown()))
        .put(CONTROL, this::arrange);
  }

  private Answer watchEvents(Request request) {
    Account caller = bearer.caller(request, GoogleScopes.READ_EVENTS);
    String calendar = request.parameter("calendarId");
    return opened(request, caller, calendars.open(caller.email(), calendar).info().id());
  }

  private Answer watchList(Request request) {
    return opened(request, bearer.caller(request, GoogleScopes.READ_CALENDARS), "");
  }

  private Answer opened(Request request, Account caller, String calendar) {
    ObjectNode body = body(request);
    if (!TYPES.contains(body.path("type").asText())) {
      throw GoogleError.invalid("Unknown channel type");
    }
    String resource = caller.email() + " " + calendar;
    Channel channel =
        new Channel(
            required(body, "id", 64),
            UUID.nameUUIDFromBytes(resource.getBytes(StandardCharsets.UTF_8)).toString(),
            caller.email(),
            calendar,
            address(required(body, "address", 2048)),
            body.path("token").asText(),
            expiration(body),
            0);
    return Answer.json(200, channels.open(channel).resource());
  }

  private static String required(ObjectNode body, String name, int longest) {
    String value = body.path(name).asText();
    if (value.isEmpty() || value.length() > longest) {
      throw GoogleError.required("Required: " + name);
    }
    return value;
  }

  private static URI address(String text) {
    URI address = URI.create(text);
    if (!"https".equals(address.getScheme()) && !isLocal(address)) {
      throw GoogleError.of(
          400, "global", "push.webhookUrlNotHttps", "WebHook callback must be HTTPS: " + text);
    }
    if (!isLocal(address)) {
      throw GoogleError.of(
          401, "global", "push.webhookUrlUnauthorized", "Unauthorized WebHook callback channel");
    }
    return address;
  }

  private static boolean isLocal(URI address) {
    try {
      return address.getHost() != null
          && InetAddress.getByName(address.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private Instant expiration(ObjectNode body) {
    Instant latest = clock.instant().plus(longestLife);
    Instant wanted =
        body.hasNonNull("expiration")
            ? Instant.ofEpochMilli(body.get("expiration").asLong())
            : clock.instant().plusSeconds(body.at("/params/ttl").asLong(A_WEEK.toSeconds()));
    return wanted.isBefore(latest) ? wanted : latest;
  }

  private Answer stop(Request request) {
    Account caller = bearer.caller(request, GoogleScopes.READ_CALENDARS);
    ObjectNode body = body(request);
    channels.stop(caller.email(), required(body, "id", 64), required(body, "resourceId", 1024));
    return Answer.empty(204);
  }

  private static ObjectNode body(Request request) {
    return request
        .jsonObject()
        .orElseThrow(() -> GoogleError.of(400, "global", "parseError", "Parse Error"));
  }

  private ObjectNode shown() {
    ObjectNode document = Json.object();
    ArrayNode open = document.putArray("items");
    channels.all().forEach(channel -> open.add(channel.document()));
    ArrayNode messages = document.putArray("messages");
    for (Postman.Delivered each : postman.recent()) {
      messages
          .addObject()
          .put("channel", each.channel())
          .put("number", each.number())
          .put("state", each.what())
          .put("status", each.status());
    }
    return document;
  }

  private Answer arrange(Request request) {
    ObjectNode body = ControlBody.of(request);
    if (body.has("delivery")) {
      postman.take(Postman.Care.valueOf(body.get("delivery").asText().toUpperCase(Locale.ROOT)));
    }
    if (body.has("longestLife")) {
      longestLife = Duration.ofSeconds(body.get("longestLife").asLong());
    }
    return Answer.json(200, shown());
  }
}
