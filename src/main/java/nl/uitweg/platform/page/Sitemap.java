package nl.uitweg.platform.page;

import java.util.List;

/** The sitemap with language alternates (sitemaps.org protocol 0.9). */
final class Sitemap {

  private Sitemap() {}

  static String of(List<PublicPage> pages, Frames frames) {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
            """);
    for (PublicPage page : pages) {
      Frame frame = frames.of(page.language(), page.slug(), "", "");
      xml.append("<url><loc>").append(frame.canonical()).append("</loc>");
      for (Frame.Alternate alternate : frame.alternates()) {
        xml.append("<xhtml:link rel=\"alternate\" hreflang=\"")
            .append(alternate.language().code())
            .append("\" href=\"")
            .append(alternate.absolute())
            .append("\"/>");
      }
      xml.append("</url>\n");
    }
    return xml.append("</urlset>\n").toString();
  }
}
