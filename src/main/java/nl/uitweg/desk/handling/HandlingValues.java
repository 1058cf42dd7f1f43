package nl.uitweg.desk.handling;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.uitweg.report.content.Urgency;

/**
 * The assignee, urgency and labels of a report, either as they are stored or as an officer entered
 * them.
 *
 * @param assignee user name of the assignee; empty when there is none
 * @param labels in the order of the list of labels
 */
record HandlingValues(String assignee, Urgency urgency, List<String> labels) {

  private static final int MAX_NAME_LENGTH = 64;

  HandlingValues {
    labels = List.copyOf(labels);
  }

  /**
   * Reads the values from the form. A missing assignee or urgency keeps its stored value; a label
   * that is missing is not set.
   *
   * @param allLabels keys of all labels, in the order in which they are shown
   */
  static HandlingValues fromForm(
      MultivaluedMap<String, String> form, HandlingValues stored, List<String> allLabels) {
    String assignee =
        Optional.ofNullable(form.getFirst("assigned"))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .orElse(stored.assignee());
    String urgency = Optional.ofNullable(form.getFirst("urgency")).orElse("");
    List<String> labels = form.getOrDefault("label", List.of());
    return new HandlingValues(
        assignee.length() > MAX_NAME_LENGTH ? assignee.substring(0, MAX_NAME_LENGTH) : assignee,
        switch (urgency) {
          case "urgent" -> Urgency.URGENT;
          case "normal" -> Urgency.NORMAL;
          default -> stored.urgency();
        },
        allLabels.stream().filter(labels::contains).toList());
  }

  /**
   * Identifies these values. The form carries it in a hidden field, to detect that a colleague
   * changed the values in the meantime.
   */
  String version() {
    return urgency.name() + ' ' + assignee + ' ' + String.join(",", labels);
  }
}
