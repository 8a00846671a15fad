package dev.patchbay.host.egress;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sets up the HTTP client without anything that acts on its own: no redirect, retry, cookie, stored
 * credential or proxy. A pooled connection is reused only for its own server, and its address was
 * checked when it was opened.
 */
final class Engine {

  private static final int CONNECTIONS = 512;
  private static final int HEADERS = 200;
  private static final int HEADER_BYTES = 64 * 1024;

  private Engine() {}

  static CloseableHttpClient start(CheckedResolver resolver, Network network, EgressLimits limits) {
    return HttpClients.custom()
        .setConnectionManager(connections(resolver, network, limits))
        .setDefaultRequestConfig(requests(limits))
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableConnectionState()
        .setUserAgent("Patchbay")
        .evictIdleConnections(TimeValue.ofSeconds(30))
        .build();
  }

  private static RequestConfig requests(EgressLimits limits) {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(Timeout.of(limits.head()))
        .setResponseTimeout(Timeout.of(limits.head()))
        .setRedirectsEnabled(false)
        .setAuthenticationEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .build();
  }

  private static WiredConnections connections(
      CheckedResolver resolver, Network network, EgressLimits limits) {
    var wired =
        new WiredConnections(
            resolver,
            network,
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                    Http1Config.custom()
                        .setMaxHeaderCount(HEADERS)
                        .setMaxLineLength(HEADER_BYTES)
                        .build())
                .build());
    wired.setMaxTotal(CONNECTIONS);
    wired.setDefaultMaxPerRoute(limits.connectionsPerServer());
    wired.setDefaultConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(limits.connect()))
            .setSocketTimeout(Timeout.of(limits.head()))
            .setTimeToLive(5, TimeUnit.MINUTES)
            .setValidateAfterInactivity(1, TimeUnit.SECONDS)
            .build());
    return wired;
  }
}
