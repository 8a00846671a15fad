package com.example.names;

import dev.patchbay.api.Account;
import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a third party might ship: the names of a person's calendars as items of a type of its own. */
public final class CalendarNamesPlugin implements IntegrationPlugin {

  private static final String TYPE = "calendar-name";

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.builder(
            "Calendar names",
            OAuth2.builder(
                    "https://accounts.google.com/o/oauth2/v2/auth",
                    "https://oauth2.googleapis.com/token")
                .scopes(
                    "openid", "email", "https://www.googleapis.com/auth/calendar.readonly")
                .authorizeParameter("access_type", "offline")
                .authorizeParameter("prompt", "consent")
                .build())
        .description("The names of a person's calendars.")
        .egressHosts(
            "accounts.google.com",
            "oauth2.googleapis.com",
            "openidconnect.googleapis.com",
            "www.googleapis.com")
        .types(TypeDescriptor.readOnly(TYPE, "Calendar names"))
        .build();
  }

  @Override
  public McpClient open(ConnectionContext context) {
    return new McpClient() {
      @Override
      public Account check() {
        var person = get(context, "https://openidconnect.googleapis.com/v1/userinfo");
        return Account.of(field(person, "sub"), field(person, "email"), Set.of());
      }

      @Override
      public List<Source> sources() {
        return List.of(new Names(context));
      }
    };
  }

  private record Names(ConnectionContext context) implements Source {

    private static final Pattern CALENDAR =
        Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"[^{}]*?\"summary\"\\s*:\\s*\"([^\"]+)\"");

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public Page<Collection> collections(Cursor from) {
      return Page.last(
          List.of(Collection.builder(new CollectionId("all"), "All").primary(true).build()));
    }

    @Override
    public Page<Change> read(CollectionId collection, Cursor from) {
      var list = get(context, "https://www.googleapis.com/calendar/v3/users/me/calendarList");
      List<Change> changes = CALENDAR.matcher(list).results().map(Names::change).toList();
      return Page.last(changes).ofSnapshot();
    }

    private static Change change(MatchResult calendar) {
      var name = calendar.group(2);
      return Change.upsert(
          calendar.group(1), null, name, () -> Item.of(TYPE, Map.of("name", name)));
    }
  }

  private static String get(ConnectionContext context, String address) {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + context.auth().token().reveal())
            .build();
    var answer = context.http().send(request);
    try (var body = answer.body()) {
      var text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      if (answer.statusCode() == 401) {
        throw new ReauthorizationNeeded(text);
      }
      if (answer.statusCode() != 200) {
        throw new Unavailable("Status " + answer.statusCode());
      }
      return text;
    } catch (IOException e) {
      throw new Unavailable("The answer broke off", e);
    }
  }

  private static String field(String json, String name) {
    var matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
    if (!matcher.find()) {
      throw new Unavailable("The answer has no \"" + name + "\"");
    }
    return matcher.group(1);
  }
}
