package dev.patchbay.launcher.root;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Leads from {@code /} to the console and knows nothing else. The address is relative, so that it
 * stays right behind a proxy that ends TLS; the 404 is its own, since Payara's page names versions.
 */
public final class ConsoleRedirect extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (System.getProperty("patchbay.public-url", "").startsWith("https://")) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    if (request.getRequestURI().equals("/")) {
      response.setStatus(HttpServletResponse.SC_FOUND);
      response.setHeader("Location", "/console/");
    } else {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().println("Nothing is here. The console is at /console/.");
    }
  }
}
