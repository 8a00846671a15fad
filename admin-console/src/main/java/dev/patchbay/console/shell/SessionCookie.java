package dev.patchbay.console.shell;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.ConfigProvider;

/** Closes the session's cookie to scripts, and to plain HTTP where it can be. */
@WebListener
public class SessionCookie implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
    cookie.setHttpOnly(true);
    cookie.setSecure(isHttps());
  }

  static boolean isHttps() {
    return ConfigProvider.getConfig()
        .getOptionalValue("patchbay.public-url", String.class)
        .filter(url -> url.startsWith("https://"))
        .isPresent();
  }
}
