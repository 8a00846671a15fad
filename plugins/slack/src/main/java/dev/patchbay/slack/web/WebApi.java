package dev.patchbay.slack.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.error.Rejected;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Slack's Web API: named methods with arguments, each limited on its own. What a method refuses is
 * thrown in the category that fits, with Slack's own words.
 */
public final class WebApi {

  /** Where the methods are. */
  public static final String HOST = "slack.com";

  /** Where the contents of files go. */
  public static final String FILES = "files.slack.com";

  private static final String METHODS = "https://" + HOST + "/api/";

  private final ConnectionContext context;

  public WebApi(ConnectionContext context) {
    this.context = context;
  }

  /** Asks for something, and changes nothing. */
  public SlackAnswer get(String method, Map<String, String> arguments) {
    var query = arguments.isEmpty() ? "" : "?" + form(arguments);
    return ask(method, HttpRequest.newBuilder(URI.create(METHODS + method + query)).GET());
  }

  /** Has something done. */
  public SlackAnswer post(String method, Map<String, String> arguments) {
    return ask(
        method,
        HttpRequest.newBuilder(URI.create(METHODS + method))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .POST(BodyPublishers.ofString(form(arguments))));
  }

  /**
   * Prepares something that another request does: whatever becomes of this one, nobody notices it.
   */
  public SlackAnswer prepare(String method, Map<String, String> arguments) {
    try {
      return post(method, arguments);
    } finally {
      context.nothingDone();
    }
  }

  /**
   * Sends the content of a file to the address that Slack gave for it, which is proof enough: the
   * token does not go there. Nobody sees the file until it is shared.
   */
  public void upload(String address, byte... content) {
    var request =
        HttpRequest.newBuilder(uploadAddress(address))
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(content))
            .build();
    try {
      var answer = RawAnswer.read("the upload", context.http().send(request));
      if (answer.status() != 200) {
        throw new Rejected("Slack did not take the file (HTTP %d)".formatted(answer.status()));
      }
    } finally {
      context.nothingDone();
    }
  }

  private static URI uploadAddress(String address) {
    try {
      var uri = new URI(address);
      if ("https".equals(uri.getScheme()) && FILES.equals(uri.getHost())) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new Rejected("Slack gave an address for the file that is none", e);
    }
    throw new Rejected("Slack wants the file sent elsewhere than to https://" + FILES);
  }

  private SlackAnswer ask(String method, HttpRequest.Builder request) {
    var token = context.auth().token();
    request.header("Authorization", "Bearer " + token.reveal());
    var answer = RawAnswer.read(method, context.http().send(request.build()));
    var body = answer.body();
    if (body.yes("ok")) {
      return new SlackAnswer(body, answer.scopes());
    }
    var refusal = answer.refusal(body);
    if (refusal.isSure()) {
      context.nothingDone();
    }
    throw refusal.failure(words -> words.replace(token.reveal(), "***"));
  }

  private static String form(Map<String, String> arguments) {
    return arguments.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
