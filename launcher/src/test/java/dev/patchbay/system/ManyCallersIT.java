package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many at once, over one HTTP/2 connection, to which Java's own client upgrades by itself. */
@ExtendWith(SharedServer.class)
class ManyCallersIT {
  private static final int CALLERS = 200;
  private static final int CALLS = 20;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

  @Test
  void should_answer_every_one_of_many_callers(PatchbayServer server) {
    URI address = server.url().resolve("/api/jwks");
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    List<CompletableFuture<Integer>> calls =
        IntStream.range(0, CALLERS * CALLS)
            .mapToObj(
                call ->
                    CompletableFuture.supplyAsync(() -> ask(address), callers)
                        .thenApply(HttpResponse::statusCode))
            .toList();

    assertThat(calls).extracting(CompletableFuture::join).containsOnly(200);
    callers.shutdown();
  }

  private HttpResponse<String> ask(URI address) {
    return http.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).join();
  }
}
