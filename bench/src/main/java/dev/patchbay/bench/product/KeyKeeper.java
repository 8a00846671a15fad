package dev.patchbay.bench.product;

import dev.patchbay.bench.Http;
import dev.patchbay.bench.Waiting;
import dev.patchbay.bench.database.Postgres;
import dev.patchbay.bench.provider.Provider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The packed server with many credentials, whose data key is replaced. */
public final class KeyKeeper implements AutoCloseable {
  private static final String DATABASE = "patchbay";

  /** The server of a benchmark has a master key of zeros. */
  private static final int MASTER_KEY_BYTES = 32;

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Postgres postgres;
  private final PatchbayServer server;
  private final int credentials;
  private final Http admin;
  private final Crm crm;

  private KeyKeeper(Postgres postgres, PatchbayServer server, Provider provider, int credentials) {
    this.postgres = postgres;
    this.server = server;
    this.credentials = credentials;
    this.admin = server.admin();
    this.crm = Crm.at(server, provider);
  }

  /** Starts it with so many credentials that nobody uses. */
  public static KeyKeeper start(
      Path distribution, Path folder, Postgres postgres, Provider provider, int credentials) {
    postgres.create(DATABASE);
    Map<String, String> environment =
        Map.of(
            "PATCHBAY_DB_URL", postgres.url(DATABASE),
            "PATCHBAY_DB_USER", postgres.user(),
            "PATCHBAY_DB_PASSWORD", postgres.user());
    List<String> options =
        List.of("-Dpatchbay.egress.hosts=" + provider.hostMap(), "-Dpatchbay.sync.interval=P2D");
    PatchbayServer server = PatchbayServer.start(distribution, folder, options, environment);
    KeyKeeper keeper = new KeyKeeper(postgres, server.awaitReady(), provider, credentials);
    keeper.fill();
    return keeper;
  }

  private void fill() {
    String original = crm.connect();
    postgres.borrow(
        DATABASE,
        database -> {
          try {
            new SealedCopies(database, new byte[MASTER_KEY_BYTES], original).add(credentials);
          } catch (GeneralSecurityException | SQLException e) {
            throw new IllegalStateException("The credentials cannot be written", e);
          }
        });
  }

  /** Calls that each read the credential of a connection of its own, which the sandbox granted. */
  public List<Runnable> readers(int count) {
    Http program = program();
    return Stream.generate(crm::connect)
        .limit(count)
        .map(id -> (Runnable) () -> read(program, id))
        .toList();
  }

  private static void read(Http program, String connection) {
    String path = "/api/v1/connections/" + connection + "/credential";
    if (!program.get(path).hasNonNull("accessToken")) {
      throw new IllegalStateException(connection + " was answered without a token");
    }
  }

  private Http program() {
    var key =
        admin.post(
            "/api/v1/api-keys", Map.of("name", "bench", "scopes", List.of("credentials:read")));
    String pair = key.path("clientId").asText() + ":" + key.path("clientSecret").asText();
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    var token =
        admin.authorized("Basic " + basic).form("/api/v1/token", "grant_type=client_credentials");
    return admin.authorized("Bearer " + token.path("access_token").asText());
  }

  /** Begins a rotation, and waits until its first values are sealed anew. */
  public void begin() {
    postgres.settle();
    admin.post("/api/v1/encryption/rotations", Map.of("kind", "data-key"));
    await("a rotation begins", "resealed > 0");
  }

  /** Waits until all that was sealed with the old key is sealed anew. */
  public void finishSealing() {
    await("everything is sealed anew", "resealed >= " + credentials);
  }

  /** Waits until every node knows the new key, and the rotation has ended well. */
  public void finish() {
    await("the rotation ends", "state <> 'RUNNING'");
    if (!is("state = 'SUCCEEDED'")) {
      throw new IllegalStateException("The rotation failed");
    }
  }

  private void await(String what, String condition) {
    Waiting.until(what, LONGEST, () -> is(condition));
  }

  private boolean is(String condition) {
    String sql = "select %s from key_rotation order by id desc limit 1".formatted(condition);
    return postgres.rows(DATABASE, sql).get(0).get(0).equals("t");
  }

  @Override
  public void close() {
    server.close();
  }
}
