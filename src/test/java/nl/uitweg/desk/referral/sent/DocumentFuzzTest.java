package nl.uitweg.desk.referral.sent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.uitweg.testsupport.FuzzText;

/** Fuzz test: any text can be put into the document of a referral. */
class DocumentFuzzTest {

  private static final DocumentFonts FONTS = new DocumentFonts();

  @FuzzTest
  void textIsShownAsTextOrImage(byte[] input) {
    String text = FuzzText.of(input);
    assertThat(DocumentFonts.direction(text)).isIn("ltr", "rtl");
    if (!DocumentFonts.canDisplay(text)) {
      assertThat(FONTS.imageDataUri(text)).matches("|data:image/png;base64,[A-Za-z0-9+/=]+");
    }
    assertThatCode(() -> parse(DocumentFonts.stripInvalidXml("<p>" + escaped(text) + "</p>")))
        .doesNotThrowAnyException();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void parse(String xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
    while (reader.hasNext()) {
      reader.next();
    }
  }
}
