package org.tagwire.feed;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;
import org.tagwire.feed.XmlTree.OverLimit;

/**
 * The fast way: well-formed XML, by Woodstox, with no DTD, no external access and no namespaces
 * ({@link Names} resolves them, so that an unbound prefix is no error).
 */
final class StrictXml {
  private static final XMLInputFactory FACTORY = factory();

  private StrictXml() {}

  /**
   * Reads {@code text}; empty when it is no feed, not well-formed or goes beyond a limit of the XML
   * parser's own, of which the lenient pass tells.
   *
   * @param passed how many items are read past before the first one is kept
   */
  static Optional<XmlTree> parse(Reader text, Optional<String> base, int passed) throws OverLimit {
    XmlTree tree = new XmlTree(base, passed);
    try {
      XMLStreamReader2 reader = (XMLStreamReader2) FACTORY.createXMLStreamReader(text);
      BoundedText characters = new BoundedText();
      while (reader.hasNext()) {
        take(reader, characters, tree);
      }
      reader.close();
      return Optional.of(tree).filter(read -> read.feed().isPresent());
    } catch (XMLStreamException | IOException e) {
      return Optional.empty();
    } catch (OverLimit e) {
      if (e.error() == FeedError.TOO_LARGE) {
        throw e; // what is mended has no fewer parts; tags left open are another matter
      }
      return Optional.empty();
    }
  }

  private static void take(XMLStreamReader2 reader, BoundedText characters, XmlTree tree)
      throws XMLStreamException, IOException, OverLimit {
    switch (reader.next()) {
      case XMLStreamConstants.START_ELEMENT ->
          tree.start(reader.getLocalName(), attributes(reader));
      case XMLStreamConstants.END_ELEMENT -> tree.end();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        // Written out as it is read, a long text is never held twice.
        reader.getText(characters, false);
        tree.text(characters.take());
      }
      default -> {}
    }
  }

  private static List<String> attributes(XMLStreamReader reader) {
    int count = reader.getAttributeCount();
    if (count == 0) {
      return List.of();
    }
    List<String> attributes = new ArrayList<>(2 * count);
    for (int i = 0; i < count; i++) {
      attributes.add(reader.getAttributeLocalName(i));
      attributes.add(reader.getAttributeValue(i));
    }
    return attributes;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, Limits.DEPTH + 1);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, Limits.ATTRIBUTES);
    return factory;
  }
}
