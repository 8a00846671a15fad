package dev.patchbay.testkit.contract;

import dev.patchbay.api.PluginDescriptor;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A plugin's icon, which a console shows beside those of others. */
record Icon(String svg) {
  private static final int LARGEST = 16 * 1024;

  static Icon of(PluginDescriptor descriptor) {
    return new Icon(descriptor.icon());
  }

  boolean isPlain() {
    return svg.getBytes(StandardCharsets.UTF_8).length <= LARGEST
        && Stream.of("<script", "href", "url(", "<!DOCTYPE").noneMatch(svg::contains)
        && isSvg();
  }

  private boolean isSvg() {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setNamespaceAware(true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      var root = builder.parse(new InputSource(new StringReader(svg))).getDocumentElement();
      return root.getLocalName().equals("svg")
          && "http://www.w3.org/2000/svg".equals(root.getNamespaceURI());
    } catch (SAXException | IOException e) {
      return false;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
