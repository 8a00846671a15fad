package dev.patchbay.sandbox.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.state.State;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Tells of events as the Events API does: signed, one after the other and behind everybody's back,
 * and three times more when nobody acknowledges.
 */
final class EventPost implements AutoCloseable {
  private static final String KEY = "slack/events";
  private static final int REMEMBERED = 500;
  private static final int RETRIES = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService round =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "slack-events");
            thread.setDaemon(true);
            return thread;
          });
  private final Deque<ObjectNode> sent = new ArrayDeque<>();
  private final State state;
  private final Clock clock;
  private volatile RequestUrl target;

  EventPost(State state, Clock clock) {
    this.state = state;
    this.clock = clock;
    state.each(KEY, (key, json) -> this.target = RequestUrl.of(Json.trusted(json)));
  }

  /** Takes the address if it answers the challenge, as Slack demands. */
  boolean verify(RequestUrl address) {
    String challenge = SlackId.next('Q');
    ObjectNode question = Json.object().put("type", "url_verification");
    question.put("token", "sandbox").put("challenge", challenge);
    boolean answered =
        attempt(address, question, 0)
            .filter(answer -> answer.statusCode() == 200 && answer.body().contains(challenge))
            .isPresent();
    if (answered) {
      target = address;
      state.put(KEY, address.document());
    }
    return answered;
  }

  /** Tells nobody any more. */
  void stop() {
    target = null;
    state.remove(KEY);
  }

  /** Sends an event of a workspace, if anybody wants to hear of it. */
  void tell(Team team, ObjectNode event) {
    RequestUrl address = target;
    if (address != null) {
      ObjectNode wrapped = wrapped(team, event);
      round.execute(() -> deliver(address, wrapped));
    }
  }

  private ObjectNode wrapped(Team team, ObjectNode event) {
    long now = clock.instant().getEpochSecond();
    ObjectNode wrapped = Json.object().put("token", "sandbox").put("team_id", team.id());
    wrapped.put("api_app_id", "A0SANDBOX01").put("type", "event_callback");
    wrapped.set("event", event.put("event_ts", now + ".000100"));
    wrapped.put("event_id", SlackId.next('E')).put("event_time", now);
    wrapped.putArray("authed_users").add(team.botUser());
    ObjectNode installed = wrapped.putArray("authorizations").addObject();
    installed.put("team_id", team.id()).put("user_id", team.botUser()).put("is_bot", true);
    return wrapped;
  }

  private void deliver(RequestUrl address, ObjectNode event) {
    int status = 0;
    int attempts = 0;
    while (status != 200 && attempts <= RETRIES) {
      status = attempt(address, event, attempts).map(HttpResponse::statusCode).orElse(0);
      attempts++;
    }
    remember(event, status, attempts);
  }

  private synchronized void remember(ObjectNode event, int status, int attempts) {
    sent.addFirst(
        Json.object()
            .put("id", event.path("event_id").asText())
            .put("type", event.at("/event/type").asText())
            .put("team", event.path("team_id").asText())
            .put("status", status)
            .put("attempts", attempts));
    while (sent.size() > REMEMBERED) {
      sent.removeLast();
    }
  }

  /** What was sent, the newest first. */
  synchronized List<ObjectNode> sent() {
    return List.copyOf(sent);
  }

  private Optional<HttpResponse<String>> attempt(RequestUrl address, ObjectNode body, int retry) {
    byte[] bytes = Json.bytes(body);
    String time = Long.toString(clock.instant().getEpochSecond());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.url()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("X-Slack-Request-Timestamp", time)
            .header("X-Slack-Signature", address.signature(time, new String(bytes, UTF_8)))
            .POST(BodyPublishers.ofByteArray(bytes));
    if (retry > 0) {
      request.header("X-Slack-Retry-Num", Integer.toString(retry));
      request.header("X-Slack-Retry-Reason", "http_error");
    }
    try {
      return Optional.of(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    round.shutdownNow();
  }
}
