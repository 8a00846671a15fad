package dev.patchbay.host.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A service with a certificate of its own making, for the name that the test says. */
final class TlsService implements AutoCloseable {

  private static final String PASSWORD = "only-for-this-test";

  private final SSLContext context;
  private final RawService service;

  private TlsService(SSLContext context, RawService service) {
    this.context = context;
    this.service = service;
  }

  static TlsService start(Path folder, String name) throws Exception {
    SSLContext context = context(keys(folder, name));
    var server =
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    return new TlsService(
        context,
        RawService.start(
            server,
            socket -> {
              RawService.readRequest(socket);
              RawService.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecure");
              RawService.readRequest(socket);
            }));
  }

  /** Trusts this service's certificate and no other. */
  SSLContext trust() {
    return context;
  }

  int port() {
    return service.port();
  }

  @Override
  public void close() throws IOException {
    service.close();
  }

  private static KeyStore keys(Path folder, String name) throws Exception {
    Path file = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "service",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String words = new String(keytool.getInputStream().readAllBytes());
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("No certificate could be made: " + words);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try {
      trusted.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    trusted.setCertificateEntry("service", keys.getCertificate("service"));
    var others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    others.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    return context;
  }
}
