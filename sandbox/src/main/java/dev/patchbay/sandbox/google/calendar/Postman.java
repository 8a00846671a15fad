package dev.patchbay.sandbox.google.calendar;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Delivers the messages of channels, one after the other and behind everybody's back; and loses,
 * doubles or swaps them where a test wants that. What cannot be delivered is tried some more times.
 */
final class Postman implements AutoCloseable {
  private static final int REMEMBERED = 1000;
  private static final int MOST_TRIES = 5;
  private static final Set<Integer> TRY_AGAIN = Set.of(500, 502, 503, 504);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService round =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "google-channels");
            thread.setDaemon(true);
            return thread;
          });
  private final Deque<Delivered> recent = new ArrayDeque<>();
  private final List<Message> heldBack = new ArrayList<>();
  private volatile Care care = Care.ONCE;

  void send(Channel channel, String what) {
    Message message = new Message(channel, what);
    Care asked = care;
    round.execute(() -> handle(message, asked));
  }

  private void handle(Message message, Care asked) {
    switch (asked) {
      case DROP -> remember(message, 0);
      case TWICE -> {
        deliver(message);
        deliver(message);
      }
      case SWAPPED -> {
        heldBack.add(message);
        if (heldBack.size() > 1) {
          deliver(heldBack.remove(1));
          deliver(heldBack.remove(0));
        }
      }
      default -> deliver(message);
    }
  }

  private void deliver(Message message) {
    int status = 0;
    for (int tries = 0;
        tries < MOST_TRIES && (status == 0 || TRY_AGAIN.contains(status));
        tries++) {
      status = attempt(message);
    }
    remember(message, status);
  }

  private int attempt(Message message) {
    try {
      return http.send(message.request(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private synchronized void remember(Message message, int status) {
    recent.addFirst(
        new Delivered(
            message.channel().id(), message.channel().messages(), message.what(), status));
    while (recent.size() > REMEMBERED) {
      recent.removeLast();
    }
  }

  /** What was sent, the newest first. */
  synchronized List<Delivered> recent() {
    return List.copyOf(recent);
  }

  void take(Care next) {
    care = next;
    round.execute(this::releaseAll);
  }

  private void releaseAll() {
    while (!heldBack.isEmpty()) {
      deliver(heldBack.remove(0));
    }
  }

  @Override
  public void close() {
    round.shutdownNow();
  }

  /** How messages are delivered. */
  enum Care {
    ONCE,
    DROP,
    TWICE,
    SWAPPED
  }

  /**
   * A message that was sent.
   *
   * @param status what the receiver answered; 0 if it was lost or nobody answered
   */
  record Delivered(String channel, long number, String what, int status) {}

  private record Message(Channel channel, String what) {
    private static final DateTimeFormatter DATE =
        DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    HttpRequest request() {
      return HttpRequest.newBuilder(channel.address())
          .timeout(PATIENCE)
          .header("X-Goog-Channel-ID", channel.id())
          .header("X-Goog-Channel-Token", channel.token())
          .header("X-Goog-Channel-Expiration", DATE.format(channel.expiration()))
          .header("X-Goog-Resource-ID", channel.resourceId())
          .header("X-Goog-Resource-URI", channel.resourceUri())
          .header("X-Goog-Resource-State", what)
          .header("X-Goog-Message-Number", String.valueOf(channel.messages()))
          .POST(BodyPublishers.noBody())
          .build();
    }
  }
}
