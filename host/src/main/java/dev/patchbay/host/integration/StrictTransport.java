package dev.patchbay.host.integration;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells browsers to come encrypted only, where the public address is. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class StrictTransport extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String ONE_YEAR = "max-age=31536000";

  @Inject private transient PublicAddress address;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (address.isHttps()) {
      response.setHeader("Strict-Transport-Security", ONE_YEAR);
    }
    chain.doFilter(request, response);
  }
}
