package dev.patchbay.googlecalendar.http;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.calendar.Calendar;
import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.googlecalendar.json.Json;
import dev.patchbay.googlecalendar.json.Node;
import java.io.IOException;
import java.util.Set;

/**
 * Google's client library for one connection. The library only shapes requests and addresses: it
 * neither retries nor follows redirects nor logs, since all that is the host's; the token is asked
 * for at every request, and every failure leaves as one of the six categories.
 */
public final class GoogleSession {

  private static final String USERINFO = "https://openidconnect.googleapis.com/v1/userinfo";
  private static final int LARGEST_ANSWER = 64 << 20;

  private final HttpTransport transport;
  private final HttpRequestInitializer initializer;
  private final Calendar calendar;

  private GoogleSession(ConnectionContext context) {
    this.transport = new EgressTransport(context.http());
    this.initializer = new RequestRules(context);
    this.calendar =
        new Calendar.Builder(transport, GsonFactory.getDefaultInstance(), initializer)
            .setApplicationName("Patchbay")
            .build();
  }

  /** The session of one connection; makes no exchange. */
  public static GoogleSession of(ConnectionContext context) {
    return new GoogleSession(context);
  }

  /** The calendar API, its requests to be sent with {@link #send}. */
  public Calendar calendar() {
    return calendar;
  }

  /** What Google says of the account that consented (OpenID Connect Core, section 5.3). */
  public Node userinfo() {
    var requests = transport.createRequestFactory(initializer);
    return new Node(
        Json.object(send(() -> requests.buildGetRequest(new GenericUrl(USERINFO)).execute())));
  }

  /**
   * Asks for one thing by its address.
   *
   * @param ifMatch the state that it must be in for a write; null if any will do
   * @param json what is written; null if nothing is
   * @param understood the refusals that are answers here, and no failures
   */
  public Reply ask(
      String method, GenericUrl url, String ifMatch, byte[] json, Set<Integer> understood) {
    try {
      var content = json == null ? null : new ByteArrayContent("application/json", json);
      var request = transport.createRequestFactory(initializer).buildRequest(method, url, content);
      request.getHeaders().setIfMatch(ifMatch);
      var failures = request.getUnsuccessfulResponseHandler();
      request.setThrowExceptionOnExecuteError(false);
      request.setUnsuccessfulResponseHandler(
          (sent, answer, retry) ->
              !understood.contains(answer.getStatusCode())
                  && failures.handleResponse(sent, answer, retry));
      var answer = request.execute();
      return Reply.of(answer.getStatusCode(), body(answer));
    } catch (IOException e) {
      throw new Unavailable("Google's answer broke off: " + e.getMessage(), e);
    }
  }

  /**
   * Sends a request and reads its whole answer.
   *
   * @throws Unavailable if the answer breaks off
   * @throws Rejected if it is larger than any page should be
   */
  public byte[] send(Exchange exchange) {
    try {
      return body(exchange.answer());
    } catch (IOException e) {
      throw new Unavailable("Google's answer broke off: " + e.getMessage(), e);
    }
  }

  private static byte[] body(HttpResponse answer) throws IOException {
    try (var content = answer.getContent()) {
      var bytes = content == null ? new byte[0] : content.readNBytes(LARGEST_ANSWER + 1);
      if (bytes.length > LARGEST_ANSWER) {
        throw new Rejected("Google's answer is larger than %d MiB".formatted(LARGEST_ANSWER >> 20));
      }
      return bytes;
    } finally {
      answer.disconnect();
    }
  }

  /** One exchange with Google. */
  @FunctionalInterface
  public interface Exchange {

    /** Sends the request and gives the answer, its body still to be read. */
    HttpResponse answer() throws IOException;
  }

  private record RequestRules(ConnectionContext context) implements HttpRequestInitializer {

    private static final int HOST_DECIDES = 0;

    @Override
    public void initialize(HttpRequest request) {
      request
          .setNumberOfRetries(0)
          .setFollowRedirects(false)
          .setLoggingEnabled(false)
          .setCurlLoggingEnabled(false)
          .setConnectTimeout(HOST_DECIDES)
          .setReadTimeout(HOST_DECIDES)
          .setUnsuccessfulResponseHandler(new Failures(context.clock()))
          .setInterceptor(
              sent ->
                  sent.getHeaders().setAuthorization("Bearer " + context.auth().token().reveal()));
    }
  }
}
