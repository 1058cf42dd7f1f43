package nl.uitweg.fuzz;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The links and forms of a page. */
final class PageForms {

  private static final List<String> FIELDS = List.of("input", "select", "textarea", "button");

  private final Document page;

  PageForms(String html) throws IOException {
    try {
      this.page = new HtmlDocumentBuilder().parse(new InputSource(new StringReader(html)));
    } catch (SAXException e) {
      throw new IOException(e);
    }
  }

  /** A field with one of its values. */
  record Field(String name, String value) {}

  /** A form that is sent with POST. */
  record Form(String action, boolean multipart, List<Field> fields) {
    Form {
      fields = List.copyOf(fields);
    }
  }

  /** Addresses of the site to which the page links. */
  Set<String> links() {
    Set<String> links = new LinkedHashSet<>();
    for (Element link : elements(page.getDocumentElement(), "a")) {
      String href = link.getAttribute("href").replaceAll("#.*", "");
      if (href.startsWith("/") && !href.startsWith("//")) {
        links.add(href);
      }
    }
    return links;
  }

  /**
   * The forms of the page.
   *
   * @param path address of the page
   */
  List<Form> forms(String path) {
    List<Form> forms = new ArrayList<>();
    for (Element form : elements(page.getDocumentElement(), "form")) {
      if (form.getAttribute("method").equalsIgnoreCase("post")) {
        String action = form.getAttribute("action");
        forms.add(
            new Form(
                action.isEmpty() ? path : action,
                form.getAttribute("enctype").startsWith("multipart/"),
                fields(form)));
      }
    }
    return forms;
  }

  private static List<Field> fields(Element form) {
    List<Field> fields = new ArrayList<>();
    for (String kind : FIELDS) {
      for (Element field : elements(form, kind)) {
        String name = field.getAttribute("name");
        if (!name.isEmpty()) {
          fields.add(new Field(name, value(kind, field)));
        }
      }
    }
    return fields;
  }

  private static String value(String kind, Element field) {
    return switch (kind) {
      case "textarea" -> field.getTextContent();
      case "select" -> {
        List<Element> options = elements(field, "option");
        yield options.isEmpty() ? "" : options.get(options.size() - 1).getAttribute("value");
      }
      default -> field.getAttribute("value");
    };
  }

  private static List<Element> elements(Element root, String name) {
    NodeList nodes = root.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
