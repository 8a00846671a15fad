package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.stream.Stream;

/** A caller that follows what happens, line by line. */
final class EventStream implements AutoCloseable {
  private final Stream<String> lines;
  private final Iterator<String> rest;

  private EventStream(Stream<String> lines) {
    this.lines = lines;
    this.rest = lines.iterator();
  }

  static EventStream of(URI server, String token, String lastEventId) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/api/v1/events"))
            .header("Accept", "text/event-stream")
            .header("Authorization", "Bearer " + token)
            .header("Last-Event-ID", lastEventId)
            .build();
    try {
      HttpResponse<Stream<String>> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
      assertThat(answer.statusCode()).isEqualTo(200);
      return new EventStream(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The next line that begins so; waits for it. */
  String next(String start) {
    while (rest.hasNext()) {
      String line = rest.next();
      if (line.startsWith(start)) {
        return line.substring(start.length()).strip();
      }
    }
    throw new AssertionError("The stream ended before a line with " + start);
  }

  /** Reads on until the server ends the stream. */
  void awaitEnd() {
    while (rest.hasNext()) {
      rest.next();
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
