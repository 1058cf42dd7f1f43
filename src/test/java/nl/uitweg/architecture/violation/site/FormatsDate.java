package nl.uitweg.architecture.violation.site;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Violates the rule that only {@code platform.i18n} formats dates. */
public class FormatsDate {

  public String day(LocalDate day) {
    return day.format(DateTimeFormatter.ISO_LOCAL_DATE);
  }
}
