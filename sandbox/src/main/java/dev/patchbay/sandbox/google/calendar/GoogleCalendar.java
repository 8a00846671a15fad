package dev.patchbay.sandbox.google.calendar;

import dev.patchbay.sandbox.google.Account;
import dev.patchbay.sandbox.google.Accounts;
import dev.patchbay.sandbox.google.Bearer;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.page.Element;
import dev.patchbay.sandbox.state.State;
import java.time.Clock;

/** The simulated Calendar v3, with its control API and its pages. */
public final class GoogleCalendar implements AutoCloseable {
  private final CalendarApi calendarApi;
  private final EventApi eventApi;
  private final CalendarControl control;
  private final CalendarPages pages;
  private final CalendarSeed seed;
  private final ChannelApi channelApi;
  private final Postman postman = new Postman();

  public GoogleCalendar(State state, Clock clock, Bearer bearer, Accounts accounts) {
    Channels channels = new Channels(state, clock, postman);
    Calendars calendars = new Calendars(state, channels);
    this.channelApi = new ChannelApi(bearer, calendars, channels, postman, clock);
    Notifications notifications = new Notifications();
    EventWriter writer = new EventWriter(clock);
    EventDesk desk = new EventDesk(writer, notifications);
    this.calendarApi = new CalendarApi(bearer, calendars);
    this.eventApi =
        new EventApi(
            bearer, calendars, desk, new EventListing(clock), new OccurrenceListing(clock));
    this.control = new CalendarControl(accounts, calendars, desk, writer, notifications, clock);
    this.pages = new CalendarPages(accounts, calendars, desk, clock);
    this.seed = new CalendarSeed(calendars, writer, clock);
  }

  public void declare(Routes routes) {
    channelApi.declare(routes);
    calendarApi.declare(routes);
    eventApi.declare(routes);
    control.declare(routes);
    pages.declare(routes);
  }

  /** Gives a new account its calendars, filled around today. */
  public Account seed(Account account) {
    seed.fill(account);
    return account;
  }

  /** Gives a new account one empty calendar, its primary one. */
  public Account open(Account account) {
    seed.open(account);
    return account;
  }

  public Element overview() {
    return pages.overview();
  }

  @Override
  public void close() {
    postman.close();
  }
}
