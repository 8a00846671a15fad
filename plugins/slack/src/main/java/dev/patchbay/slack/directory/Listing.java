package dev.patchbay.slack.directory;

import dev.patchbay.api.sync.Change;
import dev.patchbay.slack.web.SlackObject;
import java.util.Map;
import java.util.function.Function;

/**
 * How one type of item is listed.
 *
 * @param type the name of the type
 * @param method Slack's method that lists them
 * @param arguments of each request, beside those for paging
 * @param list the property of the answer that holds them
 * @param change what an entry says of its item
 */
public record Listing(
    String type,
    String method,
    Map<String, String> arguments,
    String list,
    Function<SlackObject, Change> change) {

  public Listing {
    arguments = Map.copyOf(arguments);
  }
}
