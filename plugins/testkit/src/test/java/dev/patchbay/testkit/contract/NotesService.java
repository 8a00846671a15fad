package dev.patchbay.testkit.contract;

import com.sun.net.httpserver.HttpServer;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.item.Patch;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.setting.Settings;
import dev.patchbay.testkit.TestEgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A service that keeps notes, in lines of text, with what the contract may ask of it. */
final class NotesService extends HttpService
    implements SimulatedWrites, SimulatedActions, SimulatedHooks, SimulatedSubscriptions {
  private static final int PAGE = 3;

  private final HttpServer server;
  private final NotesDesk desk = new NotesDesk();

  NotesService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", desk::answer);
    server.start();
  }

  @Override
  protected Egress http() {
    var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return TestEgress.to(Map.of(NotesPlugin.HOST, base, NotesPlugin.ELSEWHERE, base));
  }

  @Override
  protected String refusal(String words) {
    return "notes refused " + words;
  }

  @Override
  protected Map<Said, Class<? extends IntegrationException>> failuresThatLookLikeSuccess() {
    return Map.of(
        Said.of(200, "notes failed for want of a sign-in"),
        ReauthorizationNeeded.class,
        Said.of(200, "notes failed for want of ink"),
        Rejected.class);
  }

  @Override
  public Settings settings() {
    return Settings.of(
        Map.of(NotesPlugin.WORKSPACE, "home", NotesPlugin.SIZE, Integer.toString(PAGE)));
  }

  @Override
  public Auth auth(String account) {
    return Auth.token(Secret.of(desk.token(account)));
  }

  @Override
  public void renew(String account) {
    desk.renew(account);
  }

  @Override
  public int moreThanAPage() {
    return 2 * PAGE + 1;
  }

  @Override
  public String add(String account, int items) {
    var last = "";
    for (int i = 0; i < items; i++) {
      last = desk.add(account, "Milk\tTwo bottles\t");
    }
    return last;
  }

  @Override
  public List<String> addFull(String account) {
    desk.add(account, "a full title\ta full text\ta full mood");
    return List.of("a full title", "a full text", "a full mood");
  }

  @Override
  public void remove(String account, String externalId) {
    desk.leave(account, externalId, "deleted");
  }

  @Override
  public void move(String account, String externalId) {
    desk.move(account, externalId);
  }

  @Override
  public void expireCursors() {
    desk.expireCursors();
  }

  @Override
  public Item item() {
    return Item.of(NoteLine.TYPE, Map.of("title", "Bread", "text", "A loaf"));
  }

  @Override
  public Patch edit() {
    return Patch.of(Map.of("text", "Two loaves"));
  }

  @Override
  public Map<String, Object> input(String action) {
    return Map.of("tone", "low");
  }

  @Override
  public int effects(String account, String action) {
    return desk.rings();
  }

  @Override
  public Secret signingSecret() {
    return NotesHook.FIRST;
  }

  @Override
  public Delivery deliver(String account) {
    return NotesWatches.signed(address("notes"), signingSecret(), add(account, 1), account);
  }

  @Override
  public URI address(String name) {
    return URI.create("https://crm.example/hooks/" + name);
  }

  @Override
  public Delivery next(URI address) {
    return desk.watches().next(address);
  }

  @Override
  public boolean isSilent(URI address) {
    return desk.watches().isSilent(address);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
