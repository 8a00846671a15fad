package dev.patchbay.slack.web;

import java.util.Set;

/**
 * What Slack answered when it did what was asked.
 *
 * @param body the answer's object
 * @param scopes what the token may do, as far as Slack tells
 */
public record SlackAnswer(SlackObject body, Set<String> scopes) {

  public SlackAnswer {
    scopes = Set.copyOf(scopes);
  }
}
