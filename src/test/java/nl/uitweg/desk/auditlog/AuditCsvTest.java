package nl.uitweg.desk.auditlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCsvTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+31", "-1", "@SUM(A1)", "\t=1"})
  void escapesFormula(String name) {
    assertThat(AuditCsv.escapeFormula(name)).isEqualTo("'" + name);
  }

  @Test
  void keepsOrdinaryName() {
    assertThat(AuditCsv.escapeFormula("zilvervoort")).isEqualTo("zilvervoort");
    assertThat(AuditCsv.escapeFormula("")).isEmpty();
  }
}
