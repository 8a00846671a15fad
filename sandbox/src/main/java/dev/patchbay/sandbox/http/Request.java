package dev.patchbay.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One request as a handler sees it; values are decoded once, the body is read whole. */
public record Request(
    String method,
    String path,
    String queryString,
    Map<String, String> parameters,
    Map<String, List<String>> query,
    Headers headers,
    Bytes body,
    Set<String> tricks) {

  /** Case-insensitive look-up of request headers. */
  @FunctionalInterface
  public interface Headers {
    List<String> all(String name);
  }

  public String parameter(String name) {
    return parameters.get(name);
  }

  public Optional<String> query(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  public boolean isTrue(String name) {
    return query(name).map(Boolean::parseBoolean).orElse(false);
  }

  public Optional<String> header(String name) {
    return headers.all(name).stream().findFirst();
  }

  /** The body as {@code application/x-www-form-urlencoded}. */
  public Map<String, List<String>> form() {
    return FormEncoding.decode(new String(body.bytes(), StandardCharsets.UTF_8));
  }

  /** The body as a JSON object; empty when it is something else. */
  public Optional<ObjectNode> jsonObject() {
    try {
      return Json.MAPPER.readTree(body.bytes()) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a fault asks the handler itself to misbehave, such as repeating a page. */
  public boolean isTricked(String trick) {
    return tricks.contains(trick);
  }

  /** The same request with other query parameters. */
  public Request asking(Map<String, List<String>> other) {
    return new Request(method, path, queryString, parameters, other, headers, body, tricks);
  }

  /** The same request with another body. */
  public Request carrying(byte[] other) {
    return new Request(
        method, path, queryString, parameters, query, headers, Bytes.of(other), tricks);
  }

  public Request at(Map<String, String> pathParameters) {
    return new Request(method, path, queryString, pathParameters, query, headers, body, tricks);
  }

  public Request tricked(Set<String> asked) {
    return new Request(method, path, queryString, parameters, query, headers, body, asked);
  }
}
