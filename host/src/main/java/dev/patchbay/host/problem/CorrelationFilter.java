package dev.patchbay.host.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Gives every request its correlation id: the caller's own if it is well-formed, else a new one.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CorrelationFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = Correlation.accept(request.getHeader(Correlation.HEADER));
    request.setAttribute(Correlation.HEADER, id);
    response.setHeader(Correlation.HEADER, id);
    Correlation.begin(id);
    try {
      chain.doFilter(request, response);
    } finally {
      Correlation.end();
    }
  }
}
