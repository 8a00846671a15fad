package dev.patchbay.sandbox;

import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.page.Element;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One simulated service. A new one is a package with a class of this kind, named in {@link
 * Providers}.
 */
public interface SimulatedProvider extends AutoCloseable {
  /** Names the provider in control paths: {@code /control/<id>/…}. */
  String id();

  /** The real hosts it stands for; each is the first segment of its paths. */
  Set<String> hosts();

  /**
   * Where one of its hosts is played.
   *
   * @param web the address of the sandbox's HTTP port
   */
  default URI base(String host, URI web) {
    return web.resolve("/" + host);
  }

  /** Adds the routes of its hosts, and of its control API. */
  void declare(Routes routes);

  /** Its error document for a status that a fault asks for, on that path. */
  Answer failure(int status, String path);

  /** Bodies for the product's {@code POST /api/v1/integrations}. */
  List<Map<String, Object>> integrations();

  /** What the human page at {@code /} shows of it. */
  Element overview();

  /** Ends what it does beside HTTP. */
  @Override
  default void close() {}
}
