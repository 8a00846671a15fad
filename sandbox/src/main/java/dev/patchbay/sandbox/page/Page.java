package dev.patchbay.sandbox.page;

import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The frame of every page a person sees here: one style sheet, no script, nothing from outside. */
public final class Page {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private Page() {}

  public static void declare(Routes routes) {
    String css = resource("sandbox.css");
    routes.get("/assets/sandbox.css", request -> Answer.text(200, "text/css; charset=UTF-8", css));
  }

  public static Answer answer(int status, String title, Element body) {
    Element html =
        Element.tag(
                "html",
                Element.tag(
                    "head",
                    Element.tag("meta").attribute("charset", "utf-8"),
                    Element.tag("meta")
                        .attribute("name", "viewport")
                        .attribute("content", "width=device-width, initial-scale=1"),
                    Element.tag("title", title),
                    Element.tag("link")
                        .attribute("rel", "stylesheet")
                        .attribute("href", "/assets/sandbox.css")),
                body)
            .attribute("lang", "en");
    return Answer.html(status, html.render())
        .with("Content-Security-Policy", POLICY)
        .with("Cache-Control", "no-store")
        .with("Referrer-Policy", "no-referrer")
        .with("X-Content-Type-Options", "nosniff");
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream("/dev/patchbay/sandbox/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox jar lacks " + name, e);
    }
  }
}
