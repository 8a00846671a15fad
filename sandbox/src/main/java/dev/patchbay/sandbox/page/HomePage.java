package dev.patchbay.sandbox.page;

import static dev.patchbay.sandbox.page.Element.tag;

import dev.patchbay.sandbox.SimulatedProvider;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Routes;
import java.util.List;

/** The page at {@code /}: what is simulated here, and the way to its data. */
public final class HomePage {
  private HomePage() {}

  public static void declare(Routes routes, List<SimulatedProvider> providers) {
    routes.get("/", request -> show(providers));
  }

  private static Answer show(List<SimulatedProvider> providers) {
    Element main =
        tag(
            "main",
            tag("p", tag("span", "Sandbox"), " nothing here is real").style("ribbon"),
            tag("h1", "Patchbay sandbox"),
            tag(
                    "p",
                    "Simulated services for trying Patchbay without any account."
                        + " Change an event here, then sync, and watch it arrive.")
                .style("lead"),
            providers.stream().map(SimulatedProvider::overview).toList());
    return Page.answer(200, "Patchbay sandbox", tag("body", main).style("wide"));
  }
}
