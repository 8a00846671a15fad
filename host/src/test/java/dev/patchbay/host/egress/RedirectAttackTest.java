package dev.patchbay.host.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A service that turned bad and answers with the way inside. The answer goes to the plugin as it
 * is; following it is a request of its own, with the same checks.
 */
class RedirectAttackTest {

  private Attack attack;
  private RawService service;
  private final List<String> answers = new CopyOnWriteArrayList<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  @BeforeEach
  void prepare() throws IOException {
    attack = new Attack();
    service =
        RawService.start(
            socket -> {
              heads.add(RawService.readRequest(socket));
              RawService.write(socket, answers.get(0) + "Content-Length: 0\r\n\r\n");
            });
    attack.setup.map =
        HostMap.parse(
            "api.service.test=http://127.0.0.1:%d,www.service.test=http://127.0.0.1:%d"
                .formatted(service.port(), service.port()));
    attack.setup.wire =
        checked ->
            checked.getPort() == service.port() ? checked : attack.inside.wire().towards(checked);
    attack.setup.lookup = java.net.InetAddress::getAllByName;
  }

  @AfterEach
  void clean() throws IOException {
    attack.close();
    service.close();
  }

  @Test
  void should_not_follow_when_the_move_is_permanent() throws IOException {
    redirects(301);
  }

  @Test
  void should_not_follow_when_the_move_is_for_now() throws IOException {
    redirects(302);
  }

  @Test
  void should_not_follow_when_the_answer_is_to_be_seen_elsewhere() throws IOException {
    redirects(303);
  }

  @Test
  void should_not_follow_when_the_move_is_for_now_and_keeps_the_method() throws IOException {
    redirects(307);
  }

  @Test
  void should_not_follow_when_the_move_is_permanent_and_keeps_the_method() throws IOException {
    redirects(308);
  }

  @Test
  void should_check_again_when_the_plugin_follows_to_the_inside() throws IOException {
    String location = redirects(302).headers().firstValue("location").orElseThrow();

    attack.assertRefused(() -> attack.send(location.replace("http:", "https:"), Attack.HOST));
  }

  @Test
  void should_not_hand_on_a_cookie_when_another_host_shares_the_address() throws IOException {
    answers.add("HTTP/1.1 200 OK\r\nSet-Cookie: session=" + Inside.CREDENTIAL + "; Path=/\r\n");

    attack.send("https://api.service.test/one", Attack.HOST);
    attack.send("https://www.service.test/two", "www.service.test");

    if (heads.get(1).contains("session=")) {
      throw new AssertionError("let through: a cookie with the credential");
    }
  }

  @Test
  void should_not_answer_when_the_service_asks_for_a_password() throws IOException {
    answers.add("HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"x\"\r\n");
    attack.send("https://api.service.test/", Attack.HOST);

    assertThat(heads).hasSize(1);
    attack.inside.assertUntouched();
  }

  private HttpResponse<?> redirects(int status) throws IOException {
    String location = "http://127.0.0.1:" + attack.inside.port() + "/inside";
    answers.add("HTTP/1.1 %d Moved\r\nLocation: %s\r\n".formatted(status, location));

    HttpResponse<?> answer = attack.send("https://api.service.test/", Attack.HOST);

    attack.inside.assertUntouched();
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("location")).contains(location);
    return answer;
  }
}
