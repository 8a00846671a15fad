package dev.patchbay.host.openid;

import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.egress.Sender;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import dev.patchbay.host.fixture.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Issuers that are away, over real HTTP. */
class PublishedDocumentsTest {
  private static final URI DEAD = URI.create(AuthorizationServer.ISSUER + "/dead");
  private static final URI ALIVE = URI.create(AuthorizationServer.ISSUER + "/jwks");

  @AutoClose private final AuthorizationServer server = new AuthorizationServer();
  private final SettableClock clock = new SettableClock();
  private final Sender sender = Sender.plugin("anybody", List.of(AuthorizationServer.HOST));
  private final PublishedDocuments documents =
      new PublishedDocuments(new DocumentFetch(server.gate()), clock);

  @Test
  void should_not_ask_again_and_again_when_an_issuer_is_away() {
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> documents.at(DEAD, sender))
          .isInstanceOf(Unavailable.class)
          .hasMessage(DEAD + " answered with status 404");
    }

    assertClosed(server.exchanges.size() > 1, server.exchanges.size() + " questions");
  }

  @Test
  void should_ask_again_when_some_seconds_are_over() {
    assertThatThrownBy(() -> documents.at(DEAD, sender)).isInstanceOf(Unavailable.class);
    server.further.put("/dead", asked -> Answer.json(200, Map.of("keys", List.of())));
    clock.advance(Duration.ofSeconds(10));

    assertThat(documents.at(DEAD, sender).has("keys")).isTrue();
  }

  @Test
  void should_ask_other_issuers_when_one_is_away() {
    assertThatThrownBy(() -> documents.at(DEAD, sender)).isInstanceOf(Unavailable.class);

    assertClosed(!answers(ALIVE), "one tenant's dead issuer stops another's");
  }

  private boolean answers(URI address) {
    try {
      return documents.at(address, sender).has("keys");
    } catch (Unavailable e) {
      return false;
    }
  }
}
