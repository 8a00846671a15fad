package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BannerTest {
  @TempDir Path temp;

  @Test
  void should_show_where_to_go_and_how_to_sign_in_at_the_first_start() throws IOException {
    String text =
        banner()
            .sandbox(
                URI.create("http://127.0.0.1:9001"),
                Map.of("www.googleapis.com", URI.create("http://127.0.0.1:9001/x")))
            .firstStart(first())
            .toString();

    assertThat(text.lines())
        .contains(
            "  Patchbay 1.2 is ready (12.5 s)",
            "    Console      https://pb.example.com/console/",
            "    API          https://pb.example.com/api/v1",
            "    Sandbox      http://127.0.0.1:9001  plays www.googleapis.com",
            "                 Its page tells how to try single sign-on with a company's provider.",
            "    User         admin",
            "    Password     one-time",
            "    API key      key-1",
            "    API secret   hush")
        .contains(
            "curl -s -H \"Authorization: Bearer $(curl -s -u 'key-1:hush'"
                + " -d grant_type=client_credentials https://pb.example.com/api/v1/token"
                + " | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')\""
                + " 'https://pb.example.com/api/v1/changes?after=0&type=event&limit=5'");
  }

  @Test
  void should_show_no_secret_when_it_goes_to_a_log_collector() throws IOException {
    assertThat(banner().firstSignInWaitsIn(first()).toString())
        .contains(temp.resolve("first.json").toString())
        .doesNotContain("one-time", "hush", "curl");
  }

  @Test
  void should_point_to_the_first_start_when_it_was_earlier() {
    assertThat(banner().laterStart().toString()).contains("were shown at the first start");
  }

  private FirstSignIn first() throws IOException {
    Path file = temp.resolve("first.json");
    Files.writeString(
        file,
        """
        {"username":"admin","password":"one-time","clientId":"key-1","clientSecret":"hush"}
        """);
    return FirstSignIn.in(file).orElseThrow();
  }

  private static Banner banner() {
    Settings settings =
        new Settings(
            true,
            9000,
            "127.0.0.1",
            Path.of("/data"),
            Path.of("/data.key"),
            List.of(),
            URI.create("https://pb.example.com"),
            ProxyAddress.none(),
            FrontProxies.none());
    return new Banner(settings, "1.2", Duration.ofMillis(12_500));
  }
}
