package dev.patchbay.host.credential;

import com.google.crypto.tink.Aead;
import dev.patchbay.host.problem.StartupRefused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/** A master key that never leaves its service, as a build for such a service would have it. */
final class RemoteMasterKey implements MasterKey, Aead {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI service;
  private final String name;

  RemoteMasterKey(URI service, String name) {
    this.service = service;
    this.name = name;
  }

  /** Knows this key and no other. */
  MasterKeySource alone() {
    return source(Optional.of(this), Optional.empty());
  }

  /** Knows this key as the one to which another is rotated. */
  MasterKeySource after(MasterKey old) {
    return source(Optional.of(old), Optional.of(this));
  }

  private MasterKeySource source(Optional<MasterKey> key, Optional<MasterKey> newKey) {
    return new MasterKeySource() {
      @Override
      public Optional<MasterKey> find() {
        return key;
      }

      @Override
      public Optional<MasterKey> findNew() {
        return newKey;
      }

      @Override
      public String description() {
        return service.toString();
      }

      @Override
      public String newDescription() {
        return service.toString();
      }
    };
  }

  @Override
  public String fingerprint() {
    return "service:" + name;
  }

  @Override
  public Aead aead() {
    return this;
  }

  @Override
  public byte[] encrypt(byte[] content, byte[] purpose) throws GeneralSecurityException {
    return ask("/wrap", content, purpose);
  }

  @Override
  public byte[] decrypt(byte[] content, byte[] purpose) throws GeneralSecurityException {
    return ask("/unwrap", content, purpose);
  }

  private byte[] ask(String what, byte[] content, byte[] purpose) throws GeneralSecurityException {
    var request =
        HttpRequest.newBuilder(service.resolve(what))
            .header(TestKeyService.PURPOSE, Base64.getEncoder().encodeToString(purpose))
            .POST(BodyPublishers.ofByteArray(content))
            .build();
    try {
      var answer = HTTP.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new GeneralSecurityException(service + " refuses: " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new StartupRefused("The key service " + service + " cannot be reached: start it.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
