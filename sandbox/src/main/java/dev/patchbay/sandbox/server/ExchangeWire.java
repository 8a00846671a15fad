package dev.patchbay.sandbox.server;

import dev.patchbay.sandbox.fault.Wire;
import dev.patchbay.sandbox.http.Answer;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.xnio.Options;
import org.xnio.conduits.StreamSinkConduit;

/** An Undertow exchange as a wire: proper answers the usual way, broken ones below HTTP. */
final class ExchangeWire implements Wire {
  private static final int BUFFER = 1 << 16;

  private final HttpServerExchange exchange;
  private final CountDownLatch closing;

  ExchangeWire(HttpServerExchange exchange, CountDownLatch closing) {
    this.exchange = exchange;
    this.closing = closing;
  }

  @Override
  public void send(Answer answer) throws IOException {
    exchange.setStatusCode(answer.status());
    answer
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    if (answer.status() == 204 || answer.status() == 304) {
      exchange.endExchange();
      return;
    }
    try (OutputStream out = new BufferedOutputStream(exchange.getOutputStream(), BUFFER)) {
      answer.body().writeTo(out);
    }
  }

  private AbstractServerConnection connection() {
    return (AbstractServerConnection) exchange.getConnection();
  }

  @Override
  public void sendRaw(byte[] bytes) throws IOException {
    StreamSinkConduit sink = connection().getOriginalSinkConduit();
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (sink.write(buffer) == 0) {
        sink.awaitWritable();
      }
    }
    sink.flush();
  }

  @Override
  public void endSending() throws IOException {
    connection().getOriginalSinkConduit().terminateWrites();
    connection().getOriginalSinkConduit().flush();
  }

  @Override
  public void close() throws IOException {
    connection().getChannel().close();
  }

  @Override
  public void reset() throws IOException {
    connection().getChannel().setOption(Options.CLOSE_ABORT, true);
    close();
  }

  @Override
  public boolean pause(Duration time) {
    try {
      return !closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
