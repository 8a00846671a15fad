package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first start that dies as soon as it has made something, again and again, on one folder. */
class KilledFirstStartIT {
  @TempDir Path folder;

  @Test
  void should_come_up_when_earlier_starts_died_half_way() {
    try (PatchbayServer server = PatchbayServer.in(folder)) {
      List<Path> made =
          List.of(
              server.data(),
              server.keyFile(),
              server.data().resolve("patchbay.mv.db"),
              server.data().resolve("before-migration.zip"),
              server.firstSignIn());

      made.forEach(thing -> killOnceThereIs(thing, server));
      server.start();

      assertThat(server.errors()).isEmpty();
      assertThat(server.crm().get("/me").status()).isEqualTo(200);
      assertThat(server.data()).isDirectoryNotContaining("glob:**before-migration*");
    }
  }

  private static void killOnceThereIs(Path thing, PatchbayServer server) {
    server.begin();
    assertThat(Waiting.until(() -> Files.exists(thing), 2, TimeUnit.MINUTES))
        .as("%s is made; printed: %s", thing, server.errors())
        .isTrue();
    server.kill();
  }
}
