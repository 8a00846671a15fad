package dev.patchbay.console.shell;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;

/** Tells the browser what the console never does, so that nothing injected may do it either. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders implements Filter {
  static final String NONCE = "dev.patchbay.console.nonce";

  private static final String POLICY =
      "default-src 'self'; script-src 'nonce-%s' 'strict-dynamic' 'unsafe-eval'; "
          + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
          + "connect-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; "
          + "form-action 'self'";

  private final SecureRandom random = new SecureRandom();
  private final boolean https = SessionCookie.isHttps();

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String nonce = nonce();
    request.setAttribute(NONCE, nonce);
    if (response instanceof HttpServletResponse answer) {
      answer.setHeader("Content-Security-Policy", POLICY.formatted(nonce));
      answer.setHeader("X-Content-Type-Options", "nosniff");
      answer.setHeader("X-Frame-Options", "DENY");
      answer.setHeader("Referrer-Policy", "same-origin");
      answer.setHeader("Cross-Origin-Opener-Policy", "same-origin-allow-popups");
      answer.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
      if (https) {
        answer.setHeader("Strict-Transport-Security", "max-age=31536000");
      }
    }
    chain.doFilter(request, response);
  }

  private String nonce() {
    byte[] bytes = new byte[18];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
