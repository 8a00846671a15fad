package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first tenants of a server, all at once. */
class ManyTenantsIT {
  @TempDir Path folder;

  @Test
  void should_make_each_when_many_are_made_at_once_on_a_new_server() {
    try (PostgresDatabase database = PostgresDatabase.start();
        PatchbayServer server = PatchbayServer.in(folder).withPostgres(database).start()) {
      TenantMaker makers = new TenantMaker(server);
      List<CompletableFuture<String>> made =
          IntStream.range(0, 4)
              .mapToObj(
                  number -> CompletableFuture.supplyAsync(() -> makers.tenant("Tenant " + number)))
              .toList();

      assertThat(made).map(CompletableFuture::join).doesNotHaveDuplicates();
    }
  }
}
