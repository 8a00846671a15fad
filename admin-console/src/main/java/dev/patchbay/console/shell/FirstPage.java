package dev.patchbay.console.shell;

import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Gives the page its look and its script, first of all, so that a dark page is never white for a
 * moment, and marks every script on it as ours.
 */
class FirstPage implements IndexHtmlRequestListener {
  private static final long serialVersionUID = 1L;

  @Override
  public void modifyIndexHtmlResponse(IndexHtmlResponse response) {
    Document page = response.getDocument();
    String nonce = response.getVaadinRequest().getAttribute(SecurityHeaders.NONCE).toString();
    String files = response.getVaadinRequest().getContextPath();
    page.selectFirst("html").attr("lang", "en");
    Element head = page.head();
    head.prependElement("script").attr("src", files + "/console.js");
    head.prependElement("script").appendText("window.Vaadin={Flow:{nonce:'" + nonce + "'}};");
    link(head, "icon", files + "/icon.svg").attr("sizes", "any");
    link(head, "stylesheet", files + "/console.css");
    page.select("script").forEach(script -> script.attr("nonce", nonce));
  }

  private static Element link(Element head, String kind, String address) {
    return head.appendElement("link").attr("rel", kind).attr("href", address);
  }
}
