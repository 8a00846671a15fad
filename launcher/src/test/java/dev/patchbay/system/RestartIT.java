package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator may do to a server, in one life story to keep the number of starts low. */
class RestartIT {
  @TempDir Path folder;

  @Test
  void should_keep_everything_when_killed_refuse_a_wrong_key_and_stop_when_asked()
      throws IOException {
    try (PatchbayServer server = PatchbayServer.in(folder).start()) {
      Path waiting = server.data().resolve("first-sign-in.json");
      assertThat(server.output()).contains(waiting.toString()).doesNotContain("Password ");
      assertThat(waiting).isRegularFile();

      server.kill();
      String key = Files.readString(server.keyFile());
      Files.writeString(server.keyFile(), Base64.getEncoder().encodeToString(new byte[32]));

      assertThat(server.startInVain()).isEqualTo(1);
      assertThat(server.errors()).hasLineCount(1).contains("key");

      Files.writeString(server.keyFile(), key);
      server.start();
      assertThat(server.anonymous().page("/health/ready").status()).isEqualTo(200);

      assertThat(server.stop()).isEqualTo(143);
      assertThat(Ports.answers("127.0.0.1", server.port())).isFalse();
      assertThat(server.errors()).isEmpty();
    }
  }
}
