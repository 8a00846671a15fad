package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/**
 * Google's page of the event, what the event was made from, and attached files, as links (RFC 8984,
 * section 1.4.11) told apart by their relation.
 */
final class Links implements Concern {

  private static final String PAGE = "alternate";
  private static final String SOURCE = "via";
  private static final String FILE = "enclosure";
  private static final Faithful ATTACHMENT =
      new Faithful("google.com:attachment", Links::file, Links::attachment);

  @Override
  public void toStandard(Node google, Node event) {
    var links = Node.empty();
    google
        .text("htmlLink")
        .filter(Links::isUri)
        .ifPresent(href -> links.set("page", link(href, PAGE).set("contentType", "text/html")));
    google
        .object("source")
        .filter(source -> source.text("url").filter(Links::isUri).isPresent())
        .ifPresent(source -> links.set("source", source(source)));
    google.objects("attachments").stream()
        .filter(attachment -> attachment.text("fileUrl").filter(Links::isUri).isPresent())
        .forEach(
            attachment ->
                Ids.add(links, id(attachment), new Node(ATTACHMENT.toStandard(attachment.json()))));
    event.setFilled("links", links.json());
  }

  @Override
  public void toGoogle(Node event, Node google) {
    var links = event.entries("links").values();
    google.set(
        "htmlLink",
        links.stream()
            .filter(link -> is(link, PAGE))
            .findFirst()
            .flatMap(link -> link.text("href")));
    google.set(
        "source", links.stream().filter(link -> is(link, SOURCE)).findFirst().map(Links::sourceOf));
    google.setFilled(
        "attachments",
        links.stream()
            .filter(link -> is(link, FILE))
            .map(link -> ATTACHMENT.toGoogle(link.json()))
            .toList());
  }

  /** Whether it is an absolute URI, as JSCalendar demands of a link. */
  static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean is(Node link, String relation) {
    return link.text("rel").filter(relation::equals).isPresent();
  }

  private static Node link(String href, String relation) {
    return Node.typed("Link").set("href", href).set("rel", relation);
  }

  private static Node source(Node google) {
    return link(google.text("url").orElseThrow(), SOURCE).set("title", google.text("title"));
  }

  private static Node sourceOf(Node link) {
    return Node.empty().set("url", link.text("href")).set("title", link.text("title"));
  }

  private static String id(Node attachment) {
    return Ids.of(attachment.text("fileId").or(() -> attachment.text("fileUrl")).orElseThrow());
  }

  private static Map<String, Object> file(Map<String, Object> attachment) {
    var google = new Node(attachment);
    return link(google.text("fileUrl").orElse(""), FILE)
        .set("title", google.text("title"))
        .set("contentType", google.text("mimeType").flatMap(Links::mediaType))
        .json();
  }

  private static Map<String, Object> attachment(Map<String, Object> file) {
    var link = new Node(file);
    return Node.empty()
        .set("fileUrl", link.text("href"))
        .set("title", link.text("title"))
        .set("mimeType", link.text("contentType"))
        .json();
  }

  private static Optional<String> mediaType(String text) {
    return Optional.of(text).filter(type -> type.matches("[\\w.+-]+/[\\w.+-]+(;.*)?"));
  }
}
