package dev.patchbay.host.egress;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.Rejected;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * The body of an answer while the plugin reads it: counted, cut off in time, and reported at its
 * end. It fails with the same exceptions as the exchange itself, so that a half-read answer reaches
 * the host in the right category whatever parser stands in between.
 */
final class AnswerBody extends InputStream {

  private static final int WORTH_DRAINING = 8192;
  private static final Duration WORTH_WAITING = Duration.ofMillis(250);

  private final InputStream content;
  private final Closeable connection;
  private final ExchangeWatch watch;
  private final long limit;
  private long bytes;
  private boolean ended;

  AnswerBody(InputStream content, Closeable connection, ExchangeWatch watch, long limit) {
    this.content = content;
    this.connection = connection;
    this.watch = watch;
    this.limit = limit;
  }

  @Override
  public int read() {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (ended) {
      return length == 0 ? 0 : -1;
    }
    try {
      int count = content.read(target, offset, length);
      counted(count);
      return count;
    } catch (IOException e) {
      throw failed(NoAnswer.because(e, watch));
    }
  }

  @Override
  public int available() throws IOException {
    return ended ? 0 : content.available();
  }

  /** Gives the connection back if only a little is left and comes at once, else closes it. */
  @Override
  public void close() {
    if (ended) {
      return;
    }
    watch.cutAfter(WORTH_WAITING);
    try {
      if (content.readNBytes(WORTH_DRAINING).length == WORTH_DRAINING) {
        watch.abort();
      }
    } catch (IOException e) {
      watch.abort();
    }
    watch.end(bytes);
    end();
  }

  private void counted(int count) {
    if (count < 0) {
      watch.end(bytes);
      end();
      return;
    }
    bytes += count;
    if (bytes > limit) {
      watch.abort();
      throw failed(
          new Rejected(
              "The answer of "
                  + watch.host()
                  + " is larger than the "
                  + limit
                  + " bytes that are read"));
    }
  }

  private IntegrationException failed(IntegrationException failure) {
    watch.end(bytes, failure);
    end();
    return failure;
  }

  private void end() {
    ended = true;
    try {
      connection.close();
    } catch (IOException e) {
      watch.abort();
    }
  }
}
