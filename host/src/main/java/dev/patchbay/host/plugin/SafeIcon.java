package dev.patchbay.host.plugin;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Lets an icon through that only draws. The list says what is allowed instead of what is not, since
 * SVG has more ways to run or fetch something than anybody remembers.
 */
final class SafeIcon {

  private static final System.Logger LOG = System.getLogger(SafeIcon.class.getName());
  private static final int LARGEST = 16 * 1024;
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final Set<String> ELEMENTS =
      Set.of(
          "svg",
          "g",
          "defs",
          "title",
          "desc",
          "path",
          "circle",
          "ellipse",
          "rect",
          "line",
          "polyline",
          "polygon",
          "linearGradient",
          "radialGradient",
          "stop",
          "clipPath",
          "mask",
          "use",
          "symbol");

  private SafeIcon() {}

  static Optional<String> dataUri(String svg) {
    if (svg.isBlank()) {
      return Optional.empty();
    }
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LARGEST || !isHarmless(svg)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "An icon is left out: it is too large or does more than draw");
      return Optional.empty();
    }
    return Optional.of("data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(bytes));
  }

  static boolean isHarmless(String svg) {
    try {
      DocumentBuilder parser = parser();
      parser.setErrorHandler(new DefaultHandler());
      Element root = parser.parse(new InputSource(new StringReader(svg))).getDocumentElement();
      return "svg".equals(root.getLocalName()) && onlyDraws(root);
    } catch (SAXException | IOException e) {
      return false;
    }
  }

  private static boolean onlyDraws(Node node) {
    if (node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
      return false;
    }
    if (node instanceof Element element && !isAllowed(element)) {
      return false;
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (!onlyDraws(child)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(Element element) {
    if (!SVG.equals(element.getNamespaceURI()) || !ELEMENTS.contains(element.getLocalName())) {
      return false;
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      if (!isAllowed((Attr) attributes.item(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(Attr attribute) {
    String name = attribute.getLocalName().toLowerCase(Locale.ROOT);
    String value = attribute.getValue().strip().toLowerCase(Locale.ROOT);
    if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
      return true;
    }
    if (name.startsWith("on") || name.equals("base")) {
      return false;
    }
    if (name.equals("href")) {
      return value.startsWith("#");
    }
    String withoutInnerLinks = value.replaceAll("url\\(\\s*['\"]?#[a-z0-9_.-]+['\"]?\\s*\\)", "");
    return !withoutInnerLinks.matches("(?s).*(url|image|@import|expression|script|data)\\s*[(:].*")
        && value.indexOf('\\') < 0;
  }

  private static DocumentBuilder parser() {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      return factory.newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The JDK's XML parser cannot be set up safely", e);
    }
  }
}
