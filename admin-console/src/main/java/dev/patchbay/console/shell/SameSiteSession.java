package dev.patchbay.console.shell;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;

/**
 * Closes the session's cookie to other sites. Payara ignores {@code SameSite} where it is declared,
 * so it is added at the moment the cookie is made.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SameSiteSession implements Filter {
  private static final String COOKIE = "Set-Cookie";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(
        new Watched((HttpServletRequest) request, (HttpServletResponse) response), response);
  }

  private static final class Watched extends HttpServletRequestWrapper {
    private final HttpServletResponse response;

    Watched(HttpServletRequest request, HttpServletResponse response) {
      super(request);
      this.response = response;
    }

    @Override
    public HttpSession getSession() {
      return getSession(true);
    }

    @Override
    public HttpSession getSession(boolean create) {
      HttpSession session = super.getSession(create);
      closeCookie();
      return session;
    }

    @Override
    public String changeSessionId() {
      String id = super.changeSessionId();
      closeCookie();
      return id;
    }

    private void closeCookie() {
      List<String> cookies = List.copyOf(response.getHeaders(COOKIE));
      if (cookies.stream().anyMatch(Watched::isOpen)) {
        response.setHeader(COOKIE, closed(cookies.get(0)));
        cookies.stream().skip(1).forEach(cookie -> response.addHeader(COOKIE, closed(cookie)));
      }
    }

    private static String closed(String cookie) {
      return isOpen(cookie) ? cookie + "; SameSite=Lax" : cookie;
    }

    private static boolean isOpen(String cookie) {
      return cookie.startsWith("JSESSIONID=") && !cookie.contains("SameSite");
    }
  }
}
