package dev.patchbay.sandbox.server;

import dev.patchbay.sandbox.http.Bytes;
import dev.patchbay.sandbox.http.FormEncoding;
import dev.patchbay.sandbox.http.Request;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a request whole, with its path still encoded so that ids keep their slashes. */
final class ExchangeReader {
  private ExchangeReader() {}

  static Request read(HttpServerExchange exchange) throws IOException {
    return new Request(
        exchange.getRequestMethod().toString(),
        exchange.getRequestURI(),
        exchange.getQueryString(),
        Map.of(),
        FormEncoding.decode(exchange.getQueryString()),
        name -> values(exchange.getRequestHeaders().get(name)),
        Bytes.of(exchange.getInputStream().readAllBytes()),
        Set.of());
  }

  private static List<String> values(HeaderValues values) {
    return Optional.ofNullable(values).<List<String>>map(List::copyOf).orElse(List.of());
  }
}
