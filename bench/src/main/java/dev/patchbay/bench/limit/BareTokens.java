package dev.patchbay.bench.limit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** Asks the token server as barely as the product's HTTP client can. */
final class BareTokens {
  private static final ObjectReader JSON = new JsonMapper().reader();

  private final CloseableHttpClient http;
  private final URI token;

  /**
   * @param atOnce how many calls there are at a time
   */
  BareTokens(URI server, int atOnce) {
    this.token = server.resolve("/token");
    this.http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(atOnce)
                    .setMaxConnTotal(atOnce)
                    .build())
            .disableContentCompression()
            .disableCookieManagement()
            .disableAutomaticRetries()
            .build();
  }

  byte[] consent(String account) throws IOException {
    return ask("authorization_code", "code", account);
  }

  byte[] renew(String refreshToken) throws IOException {
    return ask("refresh_token", "refresh_token", refreshToken);
  }

  JsonNode read(byte[] answer) throws IOException {
    return JSON.readTree(answer);
  }

  private byte[] ask(String type, String name, String value) throws IOException {
    HttpPost post = new HttpPost(token);
    post.setEntity(
        new UrlEncodedFormEntity(
            List.of(
                new BasicNameValuePair("grant_type", type), new BasicNameValuePair(name, value))));
    return http.execute(
        post,
        answer -> {
          byte[] body = EntityUtils.toByteArray(answer.getEntity());
          if (answer.getCode() != 200) {
            throw new IOException("The token server answers " + answer.getCode());
          }
          return body;
        });
  }
}
