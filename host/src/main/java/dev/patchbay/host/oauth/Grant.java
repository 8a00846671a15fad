package dev.patchbay.host.oauth;

import static dev.patchbay.host.credential.CredentialEnd.NOTICE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person granted: the tokens, when they end, and whatever else the service said with them.
 * Immutable; it exists in clear only between the vault and one call.
 */
public final class Grant {
  /** Where the subject of a checked id_token stands. */
  static final String SUBJECT = "openid_subject";

  private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
      new TypeReference<>() {};
  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final String OURS = "patchbay_";
  private static final String ENDS_AT = OURS + "ends_at";
  private static final String RENEW_AT = OURS + "renew_at";
  private static final String RENEWS_ITSELF = OURS + "renews_itself";
  private static final String TYPED_IN = OURS + "typed_in";
  private static final Set<String> ABOUT_THE_PERSON = Set.of("id_token", SUBJECT);
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");
  private static final String LASTS_UNTIL = OURS + "lasts_until";
  private static final String STATED_LIFE = "refresh_token_expires_in";
  private static final Set<String> NOT_FOR_PLUGINS =
      Set.of("access_token", "refresh_token", "id_token");

  /** By how much two statements of the same end may differ. */
  private static final Duration SAME_END = Duration.ofHours(1);

  private final Map<String, Object> fields;

  /** Made once, since many callers share a grant. */
  private volatile Auth auth;

  private Grant(Map<String, Object> fields) {
    this.fields = fields;
  }

  /**
   * @param answer the fields of a token answer, with {@code access_token}
   * @param receivedAt from when {@code expires_in} counts
   */
  static Grant of(Map<String, Object> answer, Instant receivedAt) {
    var fields = new LinkedHashMap<>(answer);
    fields.keySet().removeIf(name -> name.startsWith(OURS));
    seconds(answer, STATED_LIFE)
        .ifPresent(life -> fields.put(LASTS_UNTIL, receivedAt.plus(life).toString()));
    lifetime(answer)
        .ifPresent(
            life -> {
              fields.put(ENDS_AT, receivedAt.plus(life).toString());
              fields.put(RENEW_AT, receivedAt.plus(life).minus(ahead(life)).toString());
            });
    return new Grant(fields);
  }

  /** What a person has typed in, by the names of its fields; it is what the plugin gets. */
  public static Grant typed(Map<String, String> fields) {
    return new Grant(Map.of(TYPED_IN, Map.copyOf(fields)));
  }

  /** A token for a client that a person has typed in, who stays typed in for the next one. */
  static Grant ofClient(Map<String, String> typed, Map<String, Object> answer, Instant receivedAt) {
    return of(answer, receivedAt).keeping(Map.of(TYPED_IN, typed, RENEWS_ITSELF, "yes"));
  }

  private Grant keeping(Map<String, Object> more) {
    var kept = new LinkedHashMap<>(fields);
    kept.putAll(more);
    return new Grant(kept);
  }

  /** The same, of a token that is exchanged for its successor long before it ends. */
  Grant renewingItself() {
    var marked = new LinkedHashMap<>(fields);
    marked.put(RENEWS_ITSELF, "yes");
    endsAt()
        .ifPresent(
            end ->
                marked.put(
                    RENEW_AT, end.minus(lifetime(fields).orElseThrow().dividedBy(4)).toString()));
    return new Grant(marked);
  }

  /** The same, of a consent that the service ends at a time of which it says nothing itself. */
  Grant lastingAtMost(Duration life, Instant from) {
    return text(LASTS_UNTIL).isPresent()
        ? this
        : keeping(Map.of(LASTS_UNTIL, from.plus(life).toString()));
  }

  /**
   * The same, of something typed in that ends when a person says so.
   *
   * @param end empty if nobody knows one
   */
  public Grant endingAt(Optional<Instant> end) {
    var changed = new LinkedHashMap<>(fields);
    changed.remove(LASTS_UNTIL);
    end.ifPresent(at -> changed.put(LASTS_UNTIL, at.toString()));
    return new Grant(changed);
  }

  /** Reads what {@link #toSecret} wrote. */
  static Grant of(Secret written) {
    try {
      return new Grant(Json.mapper().readValue(written.reveal(), FIELDS));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored grant cannot be read");
    }
  }

  /** The whole grant, for the vault. */
  Secret toSecret() {
    try {
      return Secret.of(Json.mapper().writeValueAsString(fields));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A grant of " + fields.keySet() + " cannot be written");
    }
  }

  /**
   * The grant after a renewal: what the answer does not say, the refresh token above all, stays;
   * and whose it is does not change.
   */
  Grant renewed(Map<String, Object> answer, Instant receivedAt) {
    var merged = new LinkedHashMap<>(fields);
    merged.remove("expires_in");
    merged.remove(STATED_LIFE);
    answer.forEach(
        (name, value) -> {
          if (!ABOUT_THE_PERSON.contains(name)) {
            merged.put(name, value);
          }
        });
    var next = sameEnd(of(merged, receivedAt));
    if (isTypedIn()) {
      return next.keeping(Map.of(TYPED_IN, typedIn(), RENEWS_ITSELF, "yes"));
    }
    return renewsItself() ? next.renewingItself() : next;
  }

  /** A renewal that says nothing else of the end, or says the same again, leaves it as it is. */
  private Grant sameEnd(Grant next) {
    var before = text(LASTS_UNTIL).map(Instant::parse);
    var after = next.text(LASTS_UNTIL).map(Instant::parse);
    return before
        .filter(end -> after.map(other -> isSame(end, other)).orElse(true))
        .map(end -> next.keeping(Map.of(LASTS_UNTIL, end.toString())))
        .orElse(next);
  }

  private static boolean isSame(Instant end, Instant other) {
    return Duration.between(end, other).abs().compareTo(SAME_END) < 0;
  }

  public Secret accessToken() {
    return text("access_token")
        .map(Secret::of)
        .orElseThrow(() -> new IllegalStateException("A grant without access token"));
  }

  /** Everything in it that nobody may read. */
  public Set<Secret> secrets() {
    return Stream.concat(
            Stream.of("access_token", "refresh_token").flatMap(name -> text(name).stream()),
            typedIn().values().stream())
        .map(Secret::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether this is the access token that it gives. */
  public boolean gives(Secret token) {
    return hasToken() && accessToken().equals(token);
  }

  /** Whether a plugin gets the same from both. */
  public boolean givesTheSameAs(Grant other) {
    return other.hasToken() ? gives(other.accessToken()) : typedIn().equals(other.typedIn());
  }

  /** Whether there is a token, which may be replaced, or only what was typed in. */
  public boolean hasToken() {
    return text("access_token").isPresent();
  }

  /** Whether it came of what a person typed in, and not of a consent. */
  public boolean isTypedIn() {
    return fields.containsKey(TYPED_IN);
  }

  /** What a person typed in; nothing for a grant that came of a consent. */
  Map<String, String> typedIn() {
    var typed = new HashMap<String, String>();
    if (fields.get(TYPED_IN) instanceof Map<?, ?> texts) {
      texts.forEach((name, text) -> typed.put(name.toString(), text.toString()));
    }
    return typed;
  }

  Optional<Secret> refreshToken() {
    return text("refresh_token").map(Secret::of);
  }

  /** The token that ends the whole grant when it is revoked. */
  public Secret revocable() {
    return refreshToken().orElseGet(this::accessToken);
  }

  Optional<Instant> endsAt() {
    return text(ENDS_AT).map(Instant::parse);
  }

  /**
   * When nothing can be done with it any more, renewals neither; empty if that is not known. A
   * token that is exchanged for its successor counts only if that would have happened before the
   * end is announced.
   */
  public Optional<Instant> lastsUntil() {
    return text(LASTS_UNTIL).map(Instant::parse).or(this::endOfToken);
  }

  private Optional<Instant> endOfToken() {
    if (isTypedIn() || refreshToken().isPresent()) {
      return Optional.empty();
    }
    return endsAt().filter(end -> !renewsItself() || isRenewedBefore(end.minus(NOTICE)));
  }

  private boolean isRenewedBefore(Instant time) {
    return text(RENEW_AT).map(Instant::parse).filter(due -> !due.isAfter(time)).isPresent();
  }

  boolean hasEnded(Instant now) {
    return endsAt().filter(end -> !end.isAfter(now)).isPresent();
  }

  /** Whether it should be renewed: its end is near and there is a way, or there is nothing left. */
  boolean isDue(Instant now) {
    return dueAt().filter(time -> !time.isAfter(now)).isPresent();
  }

  /** From when on it should be renewed; empty if never. */
  Optional<Instant> dueAt() {
    var near = text(RENEW_AT).map(Instant::parse);
    return refreshToken().isPresent() || renewsItself()
        ? near
        : near.flatMap(time -> endsAt().map(end -> end.isAfter(time) ? end : time));
  }

  private boolean renewsItself() {
    return text(RENEWS_ITSELF).isPresent();
  }

  /** The scopes that the service says it granted; empty if it does not say. */
  public Set<String> scopes() {
    return text("scope").stream()
        .flatMap(SEPARATOR::splitAsStream)
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What one call needs: the access token, and under their names what else the service said. */
  public Auth toAuth() {
    if (auth == null) {
      auth = shown();
    }
    return auth;
  }

  private Auth shown() {
    var shown = new HashMap<String, Secret>();
    if (!hasToken()) {
      typedIn().forEach((name, text) -> shown.put(name, Secret.of(text)));
      return Auth.fields(shown);
    }
    fields.forEach(
        (name, value) -> {
          if (!NOT_FOR_PLUGINS.contains(name)
              && !name.startsWith(OURS)
              && value instanceof String text) {
            shown.put(name, Secret.of(text));
          }
        });
    shown.put("token", accessToken());
    return Auth.fields(shown);
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(fields.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> !text.isBlank());
  }

  private static Duration ahead(Duration life) {
    var half = life.dividedBy(2);
    return half.compareTo(AHEAD) < 0 ? half : AHEAD;
  }

  private static Optional<Duration> lifetime(Map<String, Object> answer) {
    return seconds(answer, "expires_in");
  }

  private static Optional<Duration> seconds(Map<String, Object> answer, String name) {
    return Optional.ofNullable(answer.get(name))
        .map(Object::toString)
        .filter(text -> text.matches("[1-9]\\d{0,9}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }

  @Override
  public String toString() {
    return "Grant" + fields.keySet();
  }
}
