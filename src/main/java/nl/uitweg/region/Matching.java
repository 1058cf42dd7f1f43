package nl.uitweg.region;

import static nl.uitweg.platform.file.Preconditions.requirePresent;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/**
 * The agreement between the municipalities that allows the desk to compare their reports.
 *
 * @param agreement its name, as the administrator sees it
 * @param legalBasis the law on which it rests
 * @param since the first day of receipt of reports that may be compared
 */
public record Matching(
    String agreement, @JsonProperty("legal-basis") String legalBasis, LocalDate since) {

  public Matching {
    requirePresent(agreement, "matching: agreement");
    requirePresent(legalBasis, "matching: legal-basis");
    requirePresent(since, "matching: since");
  }
}
