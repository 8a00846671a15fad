package dev.patchbay.console.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the host learns about the person for whom the console asks. */
class BrowserTrailTest {

  @AfterEach
  void forget() {
    CurrentInstance.clearAll();
  }

  @Test
  void should_name_the_browser_when_it_comes_directly() {
    browse("203.0.113.7", Map.of());

    assertThat(trail("X-Forwarded-For").headers())
        .containsOnly(
            Map.entry("X-Forwarded-For", "203.0.113.7"),
            Map.entry("X-Patchbay-Console", "the-word"));
  }

  @Test
  void should_add_the_proxy_behind_what_that_said() {
    browse("10.0.0.1", Map.of("X-Forwarded-For", List.of("8.8.8.8", "203.0.113.7")));

    assertThat(trail("X-Forwarded-For").headers())
        .containsEntry("X-Forwarded-For", "8.8.8.8, 203.0.113.7, 10.0.0.1");
  }

  @Test
  void should_speak_the_standard_when_that_is_chosen() {
    browse("2001:db8::1", Map.of("Forwarded", List.of("for=203.0.113.7;proto=https")));

    assertThat(trail("Forwarded").headers())
        .containsEntry("Forwarded", "for=203.0.113.7;proto=https, for=\"[2001:db8::1]\"");
  }

  @Test
  void should_say_nothing_when_the_console_asks_for_itself() {
    assertThat(trail("X-Forwarded-For").headers()).isEmpty();
  }

  @Test
  void should_say_nothing_when_the_host_would_not_believe_it() {
    browse("203.0.113.7", Map.of());

    assertThat(new BrowserTrail("X-Forwarded-For", Optional.empty()).headers()).isEmpty();
  }

  private static BrowserTrail trail(String header) {
    return new BrowserTrail(header, Optional.of("the-word"));
  }

  private static void browse(String peer, Map<String, List<String>> headers) {
    CurrentInstance.set(
        VaadinRequest.class, new VaadinServletRequest(request(peer, headers), null));
  }

  private static HttpServletRequest request(String peer, Map<String, List<String>> headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            BrowserTrailTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> peer;
                  case "getHeaders" ->
                      Collections.enumeration(headers.getOrDefault(arguments[0], List.of()));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
