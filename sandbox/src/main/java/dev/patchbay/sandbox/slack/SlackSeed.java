package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills a new workspace with fictional people and channels. */
final class SlackSeed {
  private final Teams teams;

  SlackSeed(Teams teams) {
    this.teams = teams;
  }

  /** A workspace with nobody but the application's bot. */
  Team empty(Team team) {
    teams.add(team);
    teams.users().put(team.id(), team.botUser(), SlackUser.bot(team, "Patchbay"));
    return team;
  }

  Team filled(Team team) {
    empty(team);
    String ada = person(team, "Ada Lovelace", "ada@sandbox.example");
    person(team, "Jonas Brückner", "jonas@sandbox.example");
    person(team, "Mei Tanaka", "mei@sandbox.example");
    deactivated(team);
    channel(team, "general", ada, "Company-wide announcements", "is_general", true);
    channel(team, "sales", ada, "Leads and deals", "is_member", true);
    channel(team, "old-project", ada, "Done in 2024", "is_archived", true);
    channel(team, "random", ada, "Anything", "is_member", false);
    return team;
  }

  private String person(Team team, String name, String email) {
    String id = SlackId.next('U');
    ObjectNode user = SlackUser.of(team.id(), id, name, email);
    ((ObjectNode) user.get("profile")).put("title", "Account manager").put("phone", "+41 44 000");
    teams.users().put(team.id(), id, user);
    return id;
  }

  private void deactivated(Team team) {
    String id = SlackId.next('U');
    ObjectNode user = SlackUser.of(team.id(), id, "Olga Former", "olga@sandbox.example");
    teams.users().put(team.id(), id, user.put("deleted", true));
  }

  private void channel(
      Team team, String name, String creator, String topic, String flag, boolean set) {
    String id = SlackId.next('C');
    ObjectNode channel = SlackChannel.of(id, name, creator).put(flag, set);
    channel.set("topic", SlackChannel.note(topic));
    teams.channels().put(team.id(), id, channel);
  }
}
