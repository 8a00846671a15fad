package dev.patchbay.host.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a body at one mebibyte, whether its length was announced or not. */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {
  static final int MOST_BYTES = 1 << 20;
  private static final int MOST_THROWN_AWAY = 16 << 20;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getLength() > MOST_BYTES) {
      throw tooLarge(request.getEntityStream());
    }
    request.setEntityStream(new Limited(request.getEntityStream()));
  }

  /** Reads on for a while first: a client that is still sending would not see the answer. */
  private static ProblemException tooLarge(InputStream rest) {
    try {
      byte[] thrownAway = new byte[1 << 16];
      for (int left = MOST_THROWN_AWAY; left > 0; left -= thrownAway.length) {
        if (rest.readNBytes(thrownAway, 0, thrownAway.length) < thrownAway.length) {
          break;
        }
      }
    } catch (IOException clientGaveUp) {
      return tooLarge();
    }
    return tooLarge();
  }

  private static ProblemException tooLarge() {
    return ProblemException.of(
        ProblemType.BODY_TOO_LARGE,
        "The body is larger than the " + MOST_BYTES + " bytes that this server takes.");
  }

  private static final class Limited extends FilterInputStream {
    private long left = MOST_BYTES;

    Limited(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      return counted(read, read);
    }

    private int counted(int result, int bytes) {
      left -= result < 0 ? 0 : bytes;
      if (left < 0) {
        throw tooLarge(in);
      }
      return result;
    }
  }
}
