package dev.patchbay.launcher;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The few lines a newcomer needs. They go to the terminal only, never through a logger. */
final class Banner {
  private static final String ROW = "    %-12s %s";

  private final Settings settings;
  private final List<String> lines = new ArrayList<>();

  Banner(Settings settings, String version, Duration took) {
    this.settings = settings;
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT, "  Patchbay %s is ready (%.1f s)", version, took.toMillis() / 1000.0));
    lines.add("");
    row("Console", settings.publicUrl() + "/console/");
    row("API", settings.publicUrl() + "/api/v1");
  }

  Banner sandbox(URI address, Map<String, URI> hosts) {
    row(
        "Sandbox",
        address + "  plays " + String.join(", ", hosts.keySet().stream().sorted().toList()));
    row("", "Its page tells how to try single sign-on with a company's provider.");
    return this;
  }

  Banner firstStart(FirstSignIn first) {
    row("User", first.username());
    row("Password", first.password());
    row("API key", first.clientId());
    row("API secret", first.clientSecret());
    row("", "Password and secret are shown only now; keep them.");
    lines.add("");
    lines.add("  Once a calendar is connected, this shows its first events:");
    lines.add("");
    lines.add(curl(first));
    return this;
  }

  Banner firstSignInWaitsIn(FirstSignIn first) {
    row("Sign-in", "the first password and API key are in " + first.file());
    return this;
  }

  Banner laterStart() {
    row("Sign-in", "password and API key were shown at the first start");
    return this;
  }

  Banner note(String problem) {
    row("Note", problem);
    return this;
  }

  private String curl(FirstSignIn first) {
    String api = settings.publicUrl() + "/api/v1";
    String token =
        "curl -s -u '%s:%s' -d grant_type=client_credentials %s/token | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/'"
            .formatted(first.clientId(), first.clientSecret(), api);
    return "curl -s -H \"Authorization: Bearer $(%s)\" '%s/changes?after=0&type=event&limit=5'"
        .formatted(token, api);
  }

  private void row(String name, String value) {
    lines.add(ROW.formatted(name, value).stripTrailing());
  }

  @Override
  public String toString() {
    return String.join(System.lineSeparator(), lines)
        + System.lineSeparator()
        + System.lineSeparator()
        + "  Stop with Ctrl+C. Data and logs: "
        + settings.data()
        + System.lineSeparator();
  }
}
