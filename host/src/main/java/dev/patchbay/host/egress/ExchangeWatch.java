package dev.patchbay.host.egress;

import dev.patchbay.api.error.IntegrationException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/** Watches one exchange from its start to its end: cuts it off in time and reports it once. */
final class ExchangeWatch {

  private final Sender sender;
  private final HttpUriRequestBase request;
  private final URI declared;
  private final Deadlines deadlines;
  private final ExchangeLog log;
  private final long start = System.nanoTime();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile boolean late;
  private volatile int status;
  private Future<?> cut;

  ExchangeWatch(
      Sender sender,
      HttpUriRequestBase request,
      URI declared,
      Deadlines deadlines,
      ExchangeLog log) {
    this.sender = sender;
    this.request = request;
    this.declared = declared;
    this.deadlines = deadlines;
    this.log = log;
  }

  void cutAfter(Duration time) {
    if (cut != null) {
      cut.cancel(false);
    }
    cut = deadlines.after(time, this::cutOff);
  }

  void answered(int status) {
    this.status = status;
    sender.origin().departures().answered(request.getMethod(), status);
  }

  /** There is no answer; unless there was no connection either, the request may have arrived. */
  void brokenOff(Throwable cause) {
    if (!NoAnswer.isBeforeSending(cause)) {
      sender.origin().departures().left(request.getMethod());
    }
  }

  String host() {
    return declared.getHost();
  }

  boolean isLate() {
    return late;
  }

  Duration time() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Ends the watch with a whole answer; only the first end counts. */
  void end(long bytes) {
    end(bytes, Outcome.answered(status));
  }

  /** Ends the watch without one; only the first end counts. */
  void end(long bytes, IntegrationException failure) {
    end(bytes, Outcome.failed(failure));
  }

  private void end(long bytes, Outcome outcome) {
    if (over.compareAndSet(false, true)) {
      cut.cancel(false);
      log.add(
          new Exchange(
              sender,
              request.getMethod(),
              declared.getHost(),
              declared.getRawPath(),
              status,
              time(),
              bytes,
              outcome.category(),
              outcome.text()));
    }
  }

  /** Closes the connection under the exchange, whatever it is doing. */
  void abort() {
    request.cancel();
  }

  private void cutOff() {
    late = true;
    request.cancel();
  }
}
