package nl.uitweg.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All words of one report in the clear, for a search that reads many; made by {@link Readings}.
 *
 * @param said messages of both sides, oldest first
 * @param notes of officers, oldest first
 */
public record Reading(
    UUID id,
    Optional<String> municipality,
    List<String> forms,
    SignalState state,
    Urgency urgency,
    LocalDate receivedOn,
    Report report,
    List<Said> said,
    List<String> notes) {

  /** One message. */
  public record Said(boolean fromOfficer, String text) {

    /** Never the text: this may end in a log. */
    @Override
    public String toString() {
      return "Said";
    }
  }

  /** Never the content: this may end in a log. */
  @Override
  public String toString() {
    return "Reading";
  }
}
