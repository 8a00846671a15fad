package dev.patchbay.bench.provider;

import dev.patchbay.bench.ChildProcess;
import dev.patchbay.bench.Http;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The provider as the benchmarks handle it. */
public final class Provider implements AutoCloseable {
  /** How accounts begin whose calendar fails at every request. */
  public static final String IN_TROUBLE = "trouble";

  private static final List<String> JAVA_OPTIONS =
      List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:MaxDirectMemorySize=3g");

  private final ChildProcess process;
  private final int signInPort;
  private final int calendarPort;
  private final Http control;
  private final String integration;

  private Provider(ChildProcess process) {
    this.process = process;
    String[] ports = process.answer().split(" ", -1);
    this.signInPort = Integer.parseInt(ports[0]);
    this.calendarPort = Integer.parseInt(ports[1]);
    this.integration = process.answer();
    this.control = Http.of(URI.create("http://127.0.0.1:" + calendarPort));
  }

  /** Starts it in a process of its own. */
  public static Provider start(Path log) {
    return new Provider(ChildProcess.start(ProviderProcess.class, log, JAVA_OPTIONS));
  }

  /** Makes the calendar anew: this many events, all of the first edition. */
  public void hold(int events, int pageSize) {
    control.get("/control/calendar?events=" + events + "&page=" + pageSize);
  }

  /** Changes events that are spread over the whole calendar. */
  public void change(int events) {
    control.get("/control/change?events=" + events);
  }

  /** How many requests have met the calendar in trouble. */
  public int troubles() {
    return control.get("/control/trouble").path("troubles").asInt();
  }

  /** The host map of the server under test: sign-in to the sandbox, calendars to this. */
  public String hostMap() {
    return String.join(
        ",",
        mapped("accounts.google.com", signInPort),
        mapped("oauth2.googleapis.com", signInPort),
        mapped("openidconnect.googleapis.com", signInPort),
        mapped("www.googleapis.com", calendarPort));
  }

  /** The body that makes an integration of it. */
  public String integration() {
    return integration;
  }

  /** What the plugin asks for, as a bare program asks for it. */
  public URI events() {
    return URI.create(
        "http://127.0.0.1:%d/www.googleapis.com/calendar/v3/calendars/bench/events"
            .formatted(calendarPort));
  }

  /** Where the sandbox's sign-in is arranged. */
  public Http signIn() {
    return Http.of(URI.create("http://127.0.0.1:" + signInPort));
  }

  private static String mapped(String host, int port) {
    return host + "=http://127.0.0.1:" + port + "/" + host;
  }

  @Override
  public void close() {
    process.close();
  }
}
