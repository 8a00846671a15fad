package dev.patchbay.console.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The host as one signed-in person sees it. Holds the token, so it stays on the server; it is safe
 * to hand to background work, which has no web session of its own. Placeholders {@code {}} of a
 * path are filled with the parts in order.
 */
public final class HostSession {
  private static final String LARGEST_PAGE = "500";

  private final Host host;
  private final String token;

  private HostSession(Host host, String token) {
    this.host = host;
    this.token = token;
  }

  /** Trades a user name and password for a session. */
  public static HostSession signIn(Host host, String username, String password) {
    Map<String, String> body = Map.of("username", username, "password", password);
    JsonNode answer = host.write(Call.send("POST", body, "login"), Optional.empty());
    return new HostSession(host, answer.path("accessToken").asText());
  }

  /** Trades what the browser brought from the person's provider for a session. */
  public static HostSession signInByProvider(Host host, String code, String verifier) {
    Map<String, String> body = Map.of("code", code, "verifier", verifier);
    JsonNode answer = host.write(Call.send("POST", body, "login/single-sign-on"), Optional.empty());
    return new HostSession(host, answer.path("accessToken").asText());
  }

  /** Asks what a stranger may know. */
  public static <T> T asStranger(Host host, Class<T> type, Map<String, String> query, String path) {
    Call call = Call.get(path).with(query);
    try {
      return Json.as(host.read(call, Optional.empty()), type);
    } catch (TimeoutException e) {
      throw new HostUnreachable(call, e);
    }
  }

  /** Trades the person's password for another, and this session for one that goes on. */
  public HostSession changePassword(String present, String wanted) {
    Map<String, String> body = Map.of("currentPassword", present, "password", wanted);
    JsonNode answer = write(Call.send("PUT", body, "me/password"));
    return new HostSession(host, answer.path("accessToken").asText());
  }

  public <T> T get(Class<T> type, String path, Object... parts) {
    return Json.as(read(Call.get(path, parts)), type);
  }

  /** A whole list, page after page; for lists that people can survey. */
  public <T> List<T> all(Class<T> type, Map<String, String> query, String path, Object... parts) {
    List<T> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<T> page = page(type, query, cursor, path, parts);
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor.isPresent());
    return all;
  }

  /** One page of a list that may be long. */
  public <T> Page<T> page(
      Class<T> type,
      Map<String, String> query,
      Optional<String> cursor,
      String path,
      Object... parts) {
    Map<String, String> full = new LinkedHashMap<>(query);
    full.putIfAbsent("limit", LARGEST_PAGE);
    cursor.ifPresent(value -> full.put("cursor", value));
    JsonNode answer = read(Call.get(path, parts).with(full));
    List<T> items =
        StreamSupport.stream(answer.path("items").spliterator(), false)
            .map(node -> Json.as(node, type))
            .toList();
    return new Page<>(items, Optional.ofNullable(answer.path("next").textValue()));
  }

  public <T> T post(Class<T> type, Object body, String path, Object... parts) {
    return Json.as(write(Call.send("POST", body, path, parts)), type);
  }

  /** A POST that has one effect however often it is sent with this key. */
  public <T> T postOnce(Class<T> type, String key, Object body, String path, Object... parts) {
    return Json.as(write(Call.send("POST", body, path, parts).once(key)), type);
  }

  /** A POST that says everything by its address. */
  public <T> T call(Class<T> type, String path, Object... parts) {
    return Json.as(write(Call.send("POST", null, path, parts)), type);
  }

  public <T> T patch(Class<T> type, Object body, String path, Object... parts) {
    return Json.as(write(Call.send("PATCH", body, path, parts)), type);
  }

  public <T> T put(Class<T> type, Object body, String path, Object... parts) {
    return Json.as(write(Call.send("PUT", body, path, parts)), type);
  }

  /** A PUT that answers nothing. */
  public void put(Object body, String path, Object... parts) {
    write(Call.send("PUT", body, path, parts));
  }

  public void delete(Map<String, String> query, String path, Object... parts) {
    write(Call.send("DELETE", null, path, parts).with(query));
  }

  private JsonNode read(Call call) {
    try {
      return host.read(call, Optional.of(token));
    } catch (TimeoutException e) {
      throw new HostUnreachable(call, e);
    }
  }

  private JsonNode write(Call call) {
    try {
      return host.write(call, Optional.of(token));
    } catch (TimeoutException e) {
      throw new HostUnreachable(call, e);
    }
  }
}
