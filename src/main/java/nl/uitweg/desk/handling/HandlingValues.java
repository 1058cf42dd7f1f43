package nl.uitweg.desk.handling;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.uitweg.report.content.Urgency;

/**
 * What officers decide about a report together: as it is stored, or as one of them filled it in.
 *
 * @param assigned user name, or empty for nobody
 * @param labels in the order of the list of labels
 */
record HandlingValues(String assigned, Urgency urgency, List<String> labels) {

  private static final int LONGEST = 64;

  HandlingValues {
    labels = List.copyOf(labels);
  }

  /**
   * What was filled in; a field that is missing stays as it is stored.
   *
   * @param known all labels, in their order
   */
  static HandlingValues typed(
      MultivaluedMap<String, String> form,
      HandlingValues stored,
      List<String> known,
      String officer) {
    String assigned =
        "mine".equals(form.getFirst("go"))
            ? officer
            : Optional.ofNullable(form.getFirst("assigned"))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .orElse(stored.assigned());
    String urgency = Optional.ofNullable(form.getFirst("urgency")).orElse("");
    List<String> labels = form.getOrDefault("label", List.of());
    return new HandlingValues(
        assigned.length() > LONGEST ? assigned.substring(0, LONGEST) : assigned,
        switch (urgency) {
          case "urgent" -> Urgency.URGENT;
          case "normal" -> Urgency.NORMAL;
          default -> stored.urgency();
        },
        known.stream().filter(labels::contains).toList());
  }

  /** Travels in the form, so that a change by a colleague in the meantime is seen. */
  String seen() {
    return urgency.name() + ' ' + assigned + ' ' + String.join(",", labels);
  }
}
