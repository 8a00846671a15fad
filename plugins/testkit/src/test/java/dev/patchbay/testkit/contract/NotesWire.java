package dev.patchbay.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.error.VersionConflict;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the notes plugin asks the service, and what it makes of each answer. */
final class NotesWire {
  private static final String OK = "notes ok";
  private static final String FAILED = "notes failed ";

  private final ConnectionContext context;
  private final Optional<Flaw> flaw;
  private final String firstToken;
  private final String workspace;

  NotesWire(ConnectionContext context, Optional<Flaw> flaw) {
    this.context = context;
    this.flaw = flaw;
    this.firstToken = context.auth().token().reveal();
    this.workspace =
        Flaw.INVENTS_A_SETTING.isIn(flaw)
            ? context.settings().text(NotesPlugin.WORKSPACE).orElse("main")
            : context.settings().required(NotesPlugin.WORKSPACE);
  }

  int size() {
    try {
      return context.settings().integer(NotesPlugin.SIZE).orElse(3);
    } catch (NumberFormatException e) {
      throw Flaw.COMPLAINS_OF_NO_SETTING.isIn(flaw) ? new NumberFormatException("?") : e;
    }
  }

  List<String> get(String path) {
    return ask("GET", path, Map.of(), "");
  }

  /** The lines of an answer after the first. */
  List<String> ask(String method, String path, Map<String, String> headers, String body) {
    var token = Flaw.KEEPS_ITS_TOKEN.isIn(flaw) ? firstToken : context.auth().token().reveal();
    if (Flaw.LOGS_THE_TOKEN.isIn(flaw)) {
      context.log().log(System.Logger.Level.DEBUG, "Asking with " + token);
    }
    var request =
        HttpRequest.newBuilder(address(path, token))
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    var answer = send(request.build());
    var lines = text(answer).lines().toList();
    requireHealthy(answer, token, lines.isEmpty() ? "" : lines.get(0));
    return lines.stream().skip(1).toList();
  }

  private URI address(String path, String token) {
    var host = path.equals("/statistics") ? NotesPlugin.ELSEWHERE : NotesPlugin.HOST;
    var address = "https://" + host + "/" + workspace + path;
    return URI.create(
        Flaw.ASKS_WITH_THE_TOKEN.isIn(flaw)
            ? address + (path.contains("?") ? "&" : "?") + "token=" + token
            : address);
  }

  private HttpResponse<InputStream> send(HttpRequest request) {
    try {
      return context.http().send(request);
    } catch (Unavailable e) {
      throw Flaw.WRAPS_WHAT_THE_EGRESS_SAYS.isIn(flaw) ? new IllegalStateException(e) : e;
    }
  }

  private String text(HttpResponse<InputStream> answer) {
    try (var body = answer.body()) {
      return new String(body.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new Unavailable("The answer broke off", e);
    } catch (Unavailable e) {
      throw Flaw.WRAPS_WHAT_BREAKS_OFF.isIn(flaw) ? new IllegalStateException(e) : e;
    }
  }

  private void requireHealthy(HttpResponse<?> answer, String token, String said) {
    switch (answer.statusCode()) {
      case 200 -> requireSuccess(said);
      case 401 ->
          throw Flaw.TAKES_401_FOR_A_REFUSAL.isIn(flaw)
              ? new Rejected(said)
              : new ReauthorizationNeeded(said);
      case 410 ->
          throw Flaw.TAKES_410_FOR_A_REFUSAL.isIn(flaw)
              ? new Rejected(said)
              : new CursorExpired(said);
      case 412 -> throw new VersionConflict(said);
      case 429 ->
          throw Flaw.TAKES_429_FOR_BROKEN.isIn(flaw)
              ? new Unavailable(said)
              : new RateLimited(said, wait(answer));
      case 500, 503 ->
          throw Flaw.TAKES_503_FOR_A_REFUSAL.isIn(flaw)
              ? new Rejected(said)
              : new Unavailable(said);
      default -> throw new Rejected(words(token, said));
    }
  }

  private void requireSuccess(String said) {
    if (said.startsWith(FAILED) && !Flaw.TAKES_200_FOR_SUCCESS.isIn(flaw)) {
      throw said.endsWith("sign-in") ? new ReauthorizationNeeded(said) : new Rejected(said);
    }
    if (!said.startsWith(OK) && !said.startsWith(FAILED)) {
      throw Flaw.TAKES_A_HOTEL_FOR_THE_SERVICE.isIn(flaw)
          ? new Rejected(said)
          : new Unavailable("This is not the notes service: " + said);
    }
  }

  private Duration wait(HttpResponse<?> answer) {
    return Flaw.FORGETS_THE_WAIT.isIn(flaw)
        ? null
        : answer
            .headers()
            .firstValue("Retry-After")
            .map(Long::valueOf)
            .map(Duration::ofSeconds)
            .orElse(null);
  }

  private String words(String token, String said) {
    if (Flaw.USES_ITS_OWN_WORDS.isIn(flaw)) {
      return "Bad request";
    }
    return Flaw.TELLS_THE_TOKEN.isIn(flaw) ? said + " to " + token : said;
  }

  @Override
  public String toString() {
    return Flaw.SHOWS_THE_TOKEN.isIn(flaw) ? "NotesWire[" + firstToken + "]" : "NotesWire";
  }
}
