package dev.patchbay.host.egress;

import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/** The way out for one sender. */
final class CheckedEgress implements Egress {

  private final Sender sender;
  private final EgressGate gate;

  CheckedEgress(Sender sender, EgressGate gate) {
    this.sender = sender;
    this.gate = gate;
  }

  @Override
  public HttpResponse<InputStream> send(HttpRequest request) {
    Destination destination;
    HttpUriRequestBase outgoing;
    try {
      destination = Destination.of(request.uri(), sender, gate.hostMap());
      outgoing = OutgoingRequest.of(request, destination.actual(), gate.limits());
    } catch (Rejected e) {
      gate.log(Exchange.refused(sender, request, e));
      throw e;
    }
    return send(request, destination, outgoing);
  }

  private HttpResponse<InputStream> send(
      HttpRequest request, Destination destination, HttpUriRequestBase outgoing) {
    var watch = gate.watch(sender, outgoing, destination);
    watch.cutAfter(headLimit(request));
    try {
      return exchange(request, destination, outgoing, watch);
    } catch (IOException e) {
      watch.brokenOff(e);
      throw ended(NoAnswer.because(e, watch), watch);
    } catch (IntegrationException e) {
      throw ended(e, watch);
    } catch (RuntimeException e) {
      watch.brokenOff(e);
      throw ended(NoAnswer.because(e, watch), watch);
    } catch (Error e) {
      watch.abort(); // since the client does not give the connection back
      watch.brokenOff(e);
      watch.end(0, NoAnswer.because(e, watch));
      throw e;
    }
  }

  private HttpResponse<InputStream> exchange(
      HttpRequest request, Destination to, HttpUriRequestBase outgoing, ExchangeWatch watch)
      throws IOException {
    CloseableHttpClient engine = gate.engineFor(to);
    ClassicHttpResponse answer = engine.executeOpen(null, outgoing, null);
    watch.answered(answer.getCode());
    watch.cutAfter(gate.limits().total());
    return new Answer(
        request, to.declared(), answer.getCode(), headers(answer), body(answer, watch));
  }

  private InputStream body(ClassicHttpResponse answer, ExchangeWatch watch) throws IOException {
    if (answer.getEntity() == null) {
      answer.close();
      watch.end(0);
      return InputStream.nullInputStream();
    }
    return new AnswerBody(
        answer.getEntity().getContent(), answer, watch, gate.limits().responseBytes());
  }

  private Duration headLimit(HttpRequest request) {
    Duration limit = gate.limits().head();
    return request.timeout().filter(wish -> wish.compareTo(limit) < 0).orElse(limit);
  }

  private static IntegrationException ended(IntegrationException failure, ExchangeWatch watch) {
    watch.end(0, failure);
    return failure;
  }

  private static HttpHeaders headers(ClassicHttpResponse answer) {
    var headers = new LinkedHashMap<String, List<String>>();
    for (Header header : answer.getHeaders()) {
      headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
    boolean unpacked = isUnpacked(answer);
    return HttpHeaders.of(headers, (name, value) -> !unpacked || !tellsOfPacking(name));
  }

  private static boolean isUnpacked(ClassicHttpResponse answer) {
    return answer.getEntity() != null
        && answer.getEntity().getContentEncoding() == null
        && answer.containsHeader("Content-Encoding");
  }

  private static boolean tellsOfPacking(String header) {
    return header.equalsIgnoreCase("content-encoding") || header.equalsIgnoreCase("content-length");
  }
}
