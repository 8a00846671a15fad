package dev.patchbay.testkit.contract;

import java.util.List;
import java.util.Map;

/**
 * What a service says over HTTP.
 *
 * @param status of the answer
 * @param headers name to values
 * @param body as text in UTF-8
 */
public record Said(int status, Map<String, List<String>> headers, String body) {

  public Said {
    headers = Map.copyOf(headers);
  }

  /** An answer without headers. */
  public static Said of(int status, String body) {
    return new Said(status, Map.of(), body);
  }

  /** The same with this header and no other. */
  public Said with(String header, String value) {
    return new Said(status, Map.of(header, List.of(value)), body);
  }
}
