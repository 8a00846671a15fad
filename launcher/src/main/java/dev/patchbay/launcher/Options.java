package dev.patchbay.launcher;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line as it was written; {@link #settings()} checks it and fills in the rest. */
final class Options {
  @Option(
      names = "--sandbox",
      fallbackValue = "true",
      description = {
        "Start simulated providers too: everything can be tried with no account.",
        "[PATCHBAY_SANDBOX]"
      })
  private boolean sandbox;

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "<port>",
      description = "HTTP port (default: ${DEFAULT-VALUE}). [PATCHBAY_PORT]")
  private int port;

  @Option(
      names = "--bind",
      defaultValue = Addresses.LOOPBACK,
      paramLabel = "<address>",
      description = {
        "Address to listen on (default: ${DEFAULT-VALUE}, this machine only;",
        "0.0.0.0 means every network). [PATCHBAY_BIND]"
      })
  private String bind;

  @Option(
      names = "--data",
      scope = ScopeType.INHERIT,
      defaultValue = "patchbay-data",
      paramLabel = "<folder>",
      description = {
        "Data folder: database, logs, sandbox (default: ${DEFAULT-VALUE}).",
        "[PATCHBAY_DATA]"
      })
  private Path data;

  @Option(
      names = "--key-file",
      paramLabel = "<file>",
      description = {
        "Master key: one line, base64 of 32 random bytes (default: <data>.key;",
        "made at the first start). [PATCHBAY_KEY_FILE]"
      })
  private Path keyFile;

  @Option(
      names = "--plugins",
      split = ",",
      paramLabel = "<folder>",
      description = {
        "Folder with further plugins; repeatable, or separated by commas.",
        "[PATCHBAY_PLUGINS]"
      })
  private List<Path> plugins = new ArrayList<>();

  @Option(
      names = "--public-url",
      paramLabel = "<url>",
      description = {
        "What browsers and services use, as https://patchbay.example.com",
        "(default: http://<bind>:<port>). [PATCHBAY_PUBLIC_URL]"
      })
  private URI publicUrl;

  @Option(
      names = "--proxy",
      defaultValue = "",
      paramLabel = "<url>",
      description = {
        "HTTP proxy for all connections to public addresses, as",
        "http://[user:password@]host:port (default: none). [PATCHBAY_PROXY]"
      })
  private String proxy;

  @Option(
      names = "--trusted-proxies",
      split = ",",
      paramLabel = "<range>",
      description = {
        "Addresses of your own proxies, as 10.0.0.0/8: what they say about the client's",
        "address is believed. Repeatable, or separated by commas. [PATCHBAY_TRUSTED_PROXIES]"
      })
  private List<String> trustedProxies = new ArrayList<>();

  @Option(
      names = "--forwarded-header",
      defaultValue = "X-Forwarded-For",
      paramLabel = "<name>",
      description = {
        "Where they say it: X-Forwarded-For or Forwarded (default: ${DEFAULT-VALUE}).",
        "[PATCHBAY_FORWARDED_HEADER]"
      })
  private String forwardedHeader;

  Settings settings() {
    if (port < 1 || port > 65_535) {
      throw new StartupProblem("--port %d is no port; choose one from 1 to 65535.".formatted(port));
    }
    Path folder = data();
    return new Settings(
        sandbox,
        port,
        bind,
        folder,
        keyOf(folder),
        pluginFolders(),
        publicAddress(),
        new ProxyAddress(proxy),
        new FrontProxies(trustedProxies, forwardedHeader));
  }

  Path data() {
    return absolute(data);
  }

  private Path keyOf(Path folder) {
    if (folder.getFileName() == null) {
      throw new StartupProblem("--data %s is no folder for data; name one.".formatted(folder));
    }
    return keyFile == null
        ? folder.resolveSibling(folder.getFileName() + ".key")
        : absolute(keyFile);
  }

  private List<Path> pluginFolders() {
    return plugins.stream().map(Options::absolute).map(Options::requirePluginFolder).toList();
  }

  private static Path requirePluginFolder(Path folder) {
    if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
      throw new StartupProblem("--plugins %s is no readable folder.".formatted(folder));
    }
    return folder;
  }

  private URI publicAddress() {
    if (publicUrl == null) {
      return Addresses.http(Addresses.isAny(bind) ? Addresses.LOOPBACK : bind, port);
    }
    if (!isHttp(publicUrl) || !isBare(publicUrl)) {
      throw new StartupProblem(
          "--public-url %s must be scheme, host and port only, as https://patchbay.example.com."
              .formatted(publicUrl));
    }
    return URI.create(publicUrl.getScheme() + "://" + publicUrl.getRawAuthority());
  }

  private static boolean isHttp(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    return List.of("http", "https").contains(scheme)
        && url.getHost() != null
        && url.getRawUserInfo() == null;
  }

  private static boolean isBare(URI url) {
    return List.of("", "/").contains(url.getRawPath())
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
