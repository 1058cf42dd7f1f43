package nl.uitweg.architecture.violation.site;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Violates the rule of {@code ArchitectureTest} on formatted dates. */
public class FormatsDate {

  public String day(LocalDate day) {
    return day.format(DateTimeFormatter.ISO_LOCAL_DATE);
  }
}
