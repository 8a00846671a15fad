package dev.patchbay.slack.directory;

import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import dev.patchbay.slack.web.SlackObject;
import dev.patchbay.slack.web.WebApi;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads all that a workspace lists, each time: Slack cannot tell what changed. What a whole pass
 * did not list is gone.
 */
public final class ListedSource implements Source {

  /** The largest page that Slack recommends. */
  private static final String PAGE_SIZE = "200";

  private final WebApi api;
  private final Listing listing;

  public ListedSource(WebApi api, Listing listing) {
    this.api = api;
    this.listing = listing;
  }

  @Override
  public String type() {
    return listing.type();
  }

  @Override
  public Page<Collection> collections(Cursor from) {
    return Page.last(List.of(Workspace.of(api).collection())).ofSnapshot();
  }

  @Override
  public Page<Change> read(CollectionId workspace, Cursor from) {
    var answer = api.get(listing.method(), arguments(from)).body();
    var changes = entries(answer).stream().map(listing.change()).toList();
    return answer
        .object("response_metadata")
        .text("next_cursor")
        .map(next -> Page.more(changes, successor(from, next)))
        .orElseGet(() -> Page.last(changes))
        .ofSnapshot();
  }

  private Map<String, String> arguments(Cursor from) {
    var arguments = new TreeMap<>(listing.arguments());
    arguments.put("limit", PAGE_SIZE);
    if (!from.isStart()) {
      arguments.put("cursor", from.value());
    }
    return arguments;
  }

  /** A list that is missing must not pass for an empty one: all items would count as deleted. */
  private List<SlackObject> entries(SlackObject answer) {
    return answer
        .objects(listing.list())
        .orElseThrow(
            () ->
                new Unavailable(
                    "Slack answered %s without \"%s\""
                        .formatted(listing.method(), listing.list())));
  }

  private static Cursor successor(Cursor asked, String next) {
    if (next.equals(asked.value())) {
      throw new Unavailable("Slack answered a page that leads to itself: \"" + next + "\"");
    }
    return Cursor.of(next);
  }
}
