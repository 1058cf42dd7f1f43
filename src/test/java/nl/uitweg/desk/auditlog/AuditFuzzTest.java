package nl.uitweg.desk.auditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import nl.uitweg.testsupport.FuzzText;

/** Fuzz test: whatever an auditor types is a filter, and an address. */
class AuditFuzzTest {

  @FuzzTest
  void queryIsReadAndWritten(byte[] input) {
    String[] lines = FuzzText.lines(input, 8);
    AuditQuery query = new AuditQuery();
    query.from = lines[0];
    query.until = lines[1];
    query.actor = lines[2];
    query.action = lines[3];
    query.object = lines[4];
    query.result = lines[5];
    query.before = lines[6];
    query.after = lines[7];
    assertThat(query.filter()).isNotNull();
    assertThat(query.isValid()).isIn(true, false);
    assertThat(query.olderThan()).isNotNegative();
    assertThat(query.newerThan().orElse(0L)).isNotNegative();
    assertThatCode(() -> URI.create("/backoffice/audit?" + query.queryString()))
        .doesNotThrowAnyException();
  }
}
