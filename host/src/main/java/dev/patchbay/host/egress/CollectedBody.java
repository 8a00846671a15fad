package dev.patchbay.host.egress;

import dev.patchbay.api.error.Rejected;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** Collects what a publisher of the JDK sends; a body that exceeds the limit is cut off early. */
final class CollectedBody implements Flow.Subscriber<ByteBuffer> {

  private final int limit;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private Flow.Subscription subscription;

  private CollectedBody(int limit) {
    this.limit = limit;
  }

  static byte[] of(BodyPublisher publisher, int limit, Duration patience) {
    if (publisher.contentLength() > limit) {
      throw tooLarge(limit);
    }
    var body = new CollectedBody(limit);
    publisher.subscribe(body);
    try {
      return body.whole.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Rejected rejected) {
        throw rejected;
      }
      throw new IllegalStateException("The request's body could not be produced", e.getCause());
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(ByteBuffer piece) {
    if (bytes.size() + piece.remaining() > limit) {
      subscription.cancel();
      whole.completeExceptionally(tooLarge(limit));
      return;
    }
    var copy = new byte[piece.remaining()];
    piece.get(copy);
    bytes.writeBytes(copy);
    subscription.request(1);
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(bytes.toByteArray());
  }

  private static Rejected tooLarge(int limit) {
    return new Rejected("The request is larger than the " + limit + " bytes that may be sent");
  }
}
