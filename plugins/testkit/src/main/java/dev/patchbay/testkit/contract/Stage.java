package dev.patchbay.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.error.Unavailable;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Supplier;

/** A way out that answers in the service's place when a test wants it to. */
final class Stage implements Egress {
  private volatile Egress answer;

  Stage(Supplier<Egress> service) {
    this.answer = request -> service.get().send(request);
  }

  /** Answers every request with this from now on. */
  void answer(Said said) {
    answer =
        request ->
            new CannedAnswer(
                request,
                said.status(),
                said.headers(),
                new ByteArrayInputStream(said.body().getBytes(UTF_8)));
  }

  /** Accepts no connection from now on. */
  void refuse() {
    answer =
        request -> {
          throw new Unavailable("The host accepts no connection");
        };
  }

  /** Begins to answer from now on, and stops before the end. */
  void stall() {
    answer = request -> new CannedAnswer(request, 200, Map.of(), new Stalled());
  }

  @Override
  public HttpResponse<InputStream> send(HttpRequest request) {
    return answer.send(request);
  }

  private static final class Stalled extends InputStream {

    @Override
    public int read() {
      throw new Unavailable("The answer did not come in time");
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return read();
    }
  }
}
