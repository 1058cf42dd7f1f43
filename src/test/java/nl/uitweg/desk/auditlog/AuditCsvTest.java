package nl.uitweg.desk.auditlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCsvTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+31", "-1", "@SUM(A1)", "\t=1"})
  void a_spreadsheet_does_not_calculate_with_a_name(String name) {
    assertThat(AuditCsv.escapeFormula(name)).isEqualTo("'" + name);
  }

  @Test
  void an_ordinary_name_stays_as_it_is() {
    assertThat(AuditCsv.escapeFormula("zandvoort")).isEqualTo("zandvoort");
    assertThat(AuditCsv.escapeFormula("")).isEmpty();
  }
}
