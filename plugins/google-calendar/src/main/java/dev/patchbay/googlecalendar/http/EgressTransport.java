package dev.patchbay.googlecalendar.http;

import com.google.api.client.http.HttpTransport;
import dev.patchbay.api.egress.Egress;

/**
 * Plugs Google's client library into the host's egress, so that the library cannot reach anything
 * on a way of its own.
 */
final class EgressTransport extends HttpTransport {

  private final Egress egress;

  EgressTransport(Egress egress) {
    this.egress = egress;
  }

  /** Every method, so that none is tunnelled through POST. */
  @Override
  public boolean supportsMethod(String method) {
    return true;
  }

  @Override
  protected EgressRequest buildRequest(String method, String url) {
    return new EgressRequest(egress, method, url);
  }
}
