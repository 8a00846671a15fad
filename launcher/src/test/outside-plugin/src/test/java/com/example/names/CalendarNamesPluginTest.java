package com.example.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.testkit.TestConnectionContext;
import dev.patchbay.testkit.TestEgress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CalendarNamesPluginTest {
  private HttpServer service;

  @BeforeEach
  void start() throws Exception {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/",
        exchange -> {
          byte[] list =
              "{\"items\":[{\"id\":\"a\",\"summary\":\"Work\"},{\"id\":\"b\",\"summary\":\"Home\"}]}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, list.length);
          exchange.getResponseBody().write(list);
          exchange.close();
        });
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void should_read_each_calendar_once() {
    var base = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    var context =
        TestConnectionContext.of(
            TestEgress.to(Map.of("www.googleapis.com", base)),
            () -> Auth.token(Secret.of("a-token")));

    var names = new CalendarNamesPlugin().open(context).sources().get(0);

    assertEquals(2, names.read(new CollectionId("all"), Cursor.start()).items().size());
  }
}
