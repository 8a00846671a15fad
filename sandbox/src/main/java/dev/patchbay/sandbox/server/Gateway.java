package dev.patchbay.sandbox.server;

import dev.patchbay.sandbox.SimulatedProvider;
import dev.patchbay.sandbox.fault.Faults;
import dev.patchbay.sandbox.fault.Strike;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ControlBody;
import dev.patchbay.sandbox.http.Refusal;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The one way in: logs the request, lets a waiting fault strike, else routes and answers. */
final class Gateway implements HttpHandler {
  private static final System.Logger LOG = System.getLogger(Gateway.class.getName());

  private final Routes routes;
  private final List<SimulatedProvider> providers;
  private final Faults faults;
  private final RequestLog log;
  private final CountDownLatch closing;

  Gateway(
      Routes routes,
      List<SimulatedProvider> providers,
      Faults faults,
      RequestLog log,
      CountDownLatch closing) {
    this.routes = routes;
    this.providers = providers;
    this.faults = faults;
    this.log = log;
    this.closing = closing;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws IOException {
    Request request = ExchangeReader.read(exchange);
    Optional<SimulatedProvider> provider = provider(request.path());
    ExchangeWire wire = new ExchangeWire(exchange, closing);
    Optional<Strike> strike = provider.flatMap(p -> faults.strike(request)).map(Strike::of);
    if (strike.isPresent()) {
      log.add(request, name(request), strike.get().kind().wireName());
      Request tricked = request.tricked(strike.get().tricks());
      strike
          .get()
          .on(
              wire,
              () -> answer(tricked),
              status -> provider.orElseThrow().failure(status, request.path()));
      return;
    }
    Answer answer = answer(request);
    provider.ifPresent(p -> log.add(request, name(request), "" + answer.status()));
    wire.send(answer);
  }

  private Optional<SimulatedProvider> provider(String path) {
    String host = path.substring(1).split("/", 2)[0];
    return providers.stream().filter(p -> p.hosts().contains(host)).findFirst();
  }

  private String name(Request request) {
    return routes.find(request.method(), request.path()).map(Routes.Match::name).orElse("unknown");
  }

  private Answer answer(Request request) {
    try {
      Optional<Routes.Match> match = routes.find(request.method(), request.path());
      return match.isPresent()
          ? match.get().handler().handle(request.at(match.get().parameters()))
          : unknown(request);
    } catch (Refusal refusal) {
      return refusal.answer();
    } catch (DateTimeException | NumberFormatException e) {
      return ControlBody.refused(400, "Not understood: " + e.getMessage()).answer();
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, request.method() + " " + request.path() + " failed", e);
      return Answer.text(500, "text/plain; charset=UTF-8", "The sandbox itself failed: " + e);
    }
  }

  private Answer unknown(Request request) {
    return provider(request.path())
        .map(p -> p.failure(404, request.path()))
        .orElseGet(
            () ->
                Answer.text(
                    404,
                    "text/plain; charset=UTF-8",
                    "The sandbox has nothing at " + request.path() + "; see / for what it has."));
  }
}
