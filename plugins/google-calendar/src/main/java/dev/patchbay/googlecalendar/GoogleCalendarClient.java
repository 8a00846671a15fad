package dev.patchbay.googlecalendar;

import dev.patchbay.api.Account;
import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.sync.Source;
import dev.patchbay.api.sync.Target;
import dev.patchbay.api.webhook.Subscriber;
import dev.patchbay.googlecalendar.http.GoogleSession;
import java.util.List;
import java.util.Set;

/** One connected Google account. */
final class GoogleCalendarClient implements McpClient {

  private final GoogleSession session;
  private final EventSource events;
  private final EventTarget target;
  private final EventSubscriber subscriber;

  GoogleCalendarClient(ConnectionContext context) {
    session = GoogleSession.of(context);
    events = new EventSource(context, session);
    target = new EventTarget(session);
    subscriber = new EventSubscriber(session);
  }

  @Override
  public Account check() {
    var user = session.userinfo();
    var id =
        user.text("sub")
            .filter(sub -> !sub.isBlank())
            .orElseThrow(() -> new Unavailable("Google's userinfo names no account (\"sub\")"));
    return Account.of(id, user.text("email").orElse(id), Set.of());
  }

  @Override
  public List<Source> sources() {
    return List.of(events);
  }

  @Override
  public List<Target> targets() {
    return List.of(target);
  }

  @Override
  public List<Subscriber> subscribers() {
    return List.of(subscriber);
  }
}
