package dev.patchbay.host.egress;

import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;

/** The client's pool of connections, over our own sockets. */
final class WiredConnections extends PoolingHttpClientConnectionManager {

  WiredConnections(
      CheckedResolver resolver,
      Network network,
      HttpConnectionFactory<ManagedHttpClientConnection> factory) {
    super(
        operator(resolver, network),
        PoolConcurrencyPolicy.STRICT,
        PoolReusePolicy.LIFO,
        TimeValue.NEG_ONE_MILLISECOND,
        factory);
  }

  private static HttpClientConnectionOperator operator(CheckedResolver resolver, Network network) {
    return new DefaultHttpClientConnectionOperator(
        proxy -> new WiredSocket(network),
        DefaultSchemePortResolver.INSTANCE,
        resolver,
        RegistryBuilder.<TlsSocketStrategy>create()
            .register(URIScheme.HTTPS.id, new DefaultClientTlsStrategy(network.tls()))
            .build());
  }

  /**
   * The client closes its pool at once, and for good, when there is an error in any exchange, such
   * as a plugin that runs out of stack. That must not be the end of everybody else's, so only who
   * takes their time closes it.
   */
  @Override
  public void close(CloseMode mode) {
    if (mode != CloseMode.IMMEDIATE) {
      super.close(mode);
    }
  }
}
