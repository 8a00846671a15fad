package dev.patchbay.host.connect;

import dev.patchbay.host.fixture.AuthorizationServer;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser could be made to do, show or tell on the way back. */
class BrowserAttackTest {
  private AttackWorld attack;

  @BeforeEach
  void open() {
    attack = AttackWorld.plain();
  }

  @AfterEach
  void close() {
    attack.close();
  }

  @Test
  void should_send_the_browser_nowhere_else_when_the_callback_says_where_to_go() {
    refuseElsewhere(
        attack.comeBack(
            attack.agreed(attack.leave())
                + "&redirect_uri=https%3A%2F%2Fevil.service.test"
                + "&return_to=https%3A%2F%2Fevil.service.test"
                + "&next=https%3A%2F%2Fevil.service.test"));
  }

  @Test
  void should_send_the_browser_nowhere_else_when_the_callback_is_no_callback() {
    refuseElsewhere(attack.comeBack("next=https%3A%2F%2Fevil.service.test"));
  }

  @Test
  void should_send_the_browser_nowhere_else_when_the_host_header_names_another_host() {
    refuseElsewhere(attack.comeBack(attack.agreed(attack.leave())));
  }

  @Test
  void should_reflect_nothing_when_an_error_brings_markup() {
    var attempt = attack.leave();

    var answer =
        attack.comeBack(
            "error=%3Cscript%3E&error_description=%3Cscript%3Ealert(1)%3C%2Fscript%3E&state="
                + attempt.consent().state());

    AttackWorld.refuse(
        answer.getHeaderString("Location").contains("script") || answer.hasEntity(),
        "the page was told " + answer.getHeaderString("Location"));
  }

  @Test
  void should_keep_no_control_characters_when_an_error_brings_them() {
    var attempt = attack.leave();

    attack.comeBack("error=oops%0D%0ASet-Cookie:+a=b%1B[2J&state=" + attempt.consent().state());

    AttackWorld.refuse(
        attack.problem(attempt).matches("(?s).*\\p{Cntrl}.*"), "control characters are kept");
  }

  @Test
  void should_keep_few_words_when_an_error_is_a_flood() {
    var attempt = attack.leave();

    attack.comeBack(
        "error=oops&error_description=" + "x".repeat(900) + "&state=" + attempt.consent().state());

    AttackWorld.refuse(attack.problem(attempt).length() > 400, "a flood of words is kept");
  }

  @Test
  void should_tell_the_next_page_nothing_when_the_address_holds_a_code() {
    refuseWithout(comeBack(), "Referrer-Policy", "no-referrer");
  }

  @Test
  void should_store_nothing_when_the_address_holds_a_code() {
    refuseWithout(comeBack(), "Cache-Control", "no-store");
  }

  @Test
  void should_leave_no_code_in_the_address_bar_when_the_page_is_shown() {
    AttackWorld.refuse(
        comeBack().getHeaderString("Location").contains("?"), "the page's address has a query");
  }

  @Test
  void should_show_the_cookie_to_no_script() {
    refuseWithout(toConsent(), "Set-Cookie", "; HttpOnly");
  }

  @Test
  void should_send_the_cookie_with_no_foreign_post() {
    refuseWithout(toConsent(), "Set-Cookie", "; SameSite=Lax");
  }

  @Test
  void should_send_the_cookie_over_no_plain_connection() {
    refuseWithout(toConsent(), "Set-Cookie", "; Secure");
  }

  @Test
  void should_forget_the_cookie_when_it_was_used() {
    refuseWithout(comeBack(), "Set-Cookie", "Max-Age=0");
  }

  @Test
  void should_run_no_inline_script_in_the_page() {
    AttackWorld.refuse(
        policy().contains("unsafe-inline") || !policy().contains("default-src 'none'"),
        "the policy is " + policy());
  }

  @Test
  void should_be_shown_in_no_frame() {
    refuseWithout(page("failed.html"), "Content-Security-Policy", "frame-ancestors 'none'");
  }

  @Test
  void should_post_to_nobody_from_the_page() {
    refuseWithout(page("failed.html"), "Content-Security-Policy", "form-action 'none'");
  }

  @Test
  void should_let_no_base_address_move_the_scripts_of_the_page() {
    refuseWithout(page("failed.html"), "Content-Security-Policy", "base-uri 'none'");
  }

  @Test
  void should_let_no_browser_guess_what_a_file_is() {
    refuseWithout(page("result.js"), "X-Content-Type-Options", "nosniff");
  }

  @Test
  void should_serve_no_file_that_is_not_a_page() {
    AttackWorld.refuse(isServed("../ResultFiles.class"), "a file of the server was served");
  }

  private Response comeBack() {
    return attack.comeBack(attack.agreed(attack.leave()));
  }

  private Response toConsent() {
    return attack.world.answers.toConsent(attack.leave().consent());
  }

  private static Response page(String name) {
    return new ResultFiles().file(name);
  }

  private static String policy() {
    return page("failed.html").getHeaderString("Content-Security-Policy");
  }

  private static boolean isServed(String name) {
    try {
      return page(name).getStatus() == 200;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private static void refuseWithout(Response answer, String header, String part) {
    var said = String.valueOf(answer.getHeaderString(header));
    AttackWorld.refuse(!said.contains(part), header + " is " + said);
  }

  private static void refuseElsewhere(Response answer) {
    var where = answer.getHeaderString("Location");
    AttackWorld.refuse(
        !where.startsWith("https://crm.test/api/result/")
            || where.contains(AuthorizationServer.EVIL_HOST),
        "the browser goes to " + where);
  }
}
