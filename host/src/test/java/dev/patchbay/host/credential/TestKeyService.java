package dev.patchbay.host.credential;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A key management service: it wraps and unwraps over HTTP, and never tells its key. The purpose
 * stands in a header.
 */
final class TestKeyService implements AutoCloseable {
  static final String PURPOSE = "X-Purpose";

  private final HttpServer server;
  private final Aead key;
  private final AtomicInteger calls = new AtomicInteger();

  private TestKeyService(HttpServer server, Aead key) {
    this.server = server;
    this.key = key;
  }

  static TestKeyService start() throws IOException, GeneralSecurityException {
    AeadConfig.register();
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var keyset =
        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
    var service =
        new TestKeyService(
            HttpServer.create(address, 0),
            keyset.getPrimitive(RegistryConfiguration.get(), Aead.class));
    service.server.createContext("/wrap", service::wrap);
    service.server.createContext("/unwrap", service::unwrap);
    service.server.start();
    return service;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  int calls() {
    return calls.get();
  }

  private void wrap(HttpExchange exchange) throws IOException {
    answer(exchange, key::encrypt);
  }

  private void unwrap(HttpExchange exchange) throws IOException {
    answer(exchange, key::decrypt);
  }

  private void answer(HttpExchange exchange, Work work) throws IOException {
    calls.incrementAndGet();
    try (exchange) {
      var purpose = Base64.getDecoder().decode(exchange.getRequestHeaders().getFirst(PURPOSE));
      var answer = work.on(exchange.getRequestBody().readAllBytes(), purpose);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (GeneralSecurityException refused) {
      exchange.sendResponseHeaders(422, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  @FunctionalInterface
  private interface Work {
    byte[] on(byte[] content, byte[] purpose) throws GeneralSecurityException;
  }
}
