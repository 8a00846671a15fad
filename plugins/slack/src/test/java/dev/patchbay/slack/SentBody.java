package dev.patchbay.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;

/** Reads what a request would send. */
final class SentBody implements Flow.Subscriber<ByteBuffer> {

  private final BodySubscriber<String> text = BodySubscribers.ofString(UTF_8);

  private SentBody() {}

  static String text(HttpRequest request) {
    var body = new SentBody();
    request.bodyPublisher().orElseThrow().subscribe(body);
    return body.text.getBody().toCompletableFuture().join();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    text.onSubscribe(subscription);
  }

  @Override
  public void onNext(ByteBuffer part) {
    text.onNext(List.of(part));
  }

  @Override
  public void onError(Throwable failure) {
    text.onError(failure);
  }

  @Override
  public void onComplete() {
    text.onComplete();
  }
}
