package nl.uitweg.site.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.content.Organisation;
import nl.uitweg.platform.i18n.Texts;

/** Describes the organisations for search engines, as JSON-LD with the vocabulary of schema.org. */
final class StructuredData {

  private static final JsonMapper JSON = new JsonMapper();

  private StructuredData() {}

  /** JSON that is safe inside a {@code <script>} element. */
  static String of(List<Organisation> organisations, Texts texts) {
    List<Object> graph = new ArrayList<>();
    for (Organisation organisation : organisations) {
      if (organisation.kind() == Organisation.Kind.PARTNER) {
        continue;
      }
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put(
          "@type",
          organisation.kind() == Organisation.Kind.EMERGENCY ? "EmergencyService" : "Organization");
      entry.put("name", organisation.name());
      entry.put("description", OrganisationTexts.description(organisation, texts));
      organisation.phone().ifPresent(phone -> entry.put("telephone", phone.dial()));
      organisation.website().ifPresent(site -> entry.put("url", site.url().toString()));
      graph.add(entry);
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@graph", graph);
    try {
      return JSON.writeValueAsString(data).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The organisations cannot be written as JSON-LD", e);
    }
  }
}
