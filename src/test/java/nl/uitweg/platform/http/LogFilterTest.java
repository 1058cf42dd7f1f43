package nl.uitweg.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFilterTest {

  private static final String CANARY = "kanariewoord";
  private static final PatternFormatter LINE = new PatternFormatter("%p %c %X %s%e%n");

  private final LogFilter filter = new LogFilter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.quarkus.vertx.http.runtime.QuarkusErrorHandler",
        "io.quarkus.oidc.runtime.CodeAuthenticationMechanism",
        "io.vertx.core.net.impl.ConnectionBase",
        "io.netty.channel.DefaultChannelPipeline",
        "org.jboss.resteasy.reactive.server.handlers",
        "org.hibernate.engine.jdbc.spi.SqlExceptionHelper",
        "org.postgresql.core",
        "io.quarkusother",
        "nl.uitwegother",
        ""
      })
  void withholdsMessagesOfLibraries(String category) {
    String line = line(record(category, Level.SEVERE, null));
    assertThat(line).doesNotContain(CANARY).contains(LogFilter.WITHHELD).contains(category);
  }

  @Test
  void describesAFailureByClassAndStackFrame() {
    Throwable failure =
        new IllegalStateException(CANARY, new SQLException("Detail: " + CANARY, "23505"));
    failure.addSuppressed(new IllegalArgumentException(CANARY));
    for (String category : new String[] {"org.hibernate", "nl.uitweg.report.ReportSubmission"}) {
      String line = line(record(category, Level.SEVERE, failure));
      assertThat(line)
          .contains("java.lang.IllegalStateException", "java.sql.SQLException 23505")
          .contains("LogFilterTest");
      assertThat(line.replace("said " + CANARY, "")).doesNotContain(CANARY);
    }
  }

  @Test
  void rewritesARecordOnlyOnce() {
    ExtLogRecord record = record("org.hibernate", Level.SEVERE, new IllegalStateException(CANARY));
    String first = line(record);
    assertThat(line(record)).isEqualTo(first).contains("IllegalStateException");
  }

  @Test
  void dropsInformationalMessagesOfLibraries() {
    assertThat(filter.isLoggable(record("io.vertx", Level.INFO, null))).isFalse();
    assertThat(filter.isLoggable(record("io.vertx", Level.FINE, null))).isFalse();
  }

  @Test
  void keepsOwnMessagesAndStartUpFailures() {
    assertThat(line(record("nl.uitweg.jobs.PurgeJob", Level.INFO, null))).contains("said ");
    assertThat(
            line(
                record(
                    "io.quarkus.runtime.Application",
                    Level.SEVERE,
                    new IllegalStateException("portal.keys.directory is not set"))))
        .contains("portal.keys.directory is not set");
  }

  @Test
  void rewritesAPlainLogRecord() {
    LogRecord plain = new LogRecord(Level.WARNING, CANARY);
    plain.setLoggerName("sun.net.www");
    plain.setThrown(new IllegalStateException(CANARY));
    assertThat(filter.isLoggable(plain)).isTrue();
    assertThat(plain.getMessage()).doesNotContain(CANARY).contains("IllegalStateException");
    assertThat(plain.getThrown()).isNull();
  }

  private String line(ExtLogRecord record) {
    assertThat(filter.isLoggable(record)).isTrue();
    return LINE.format(record);
  }

  private static ExtLogRecord record(String category, Level level, Throwable thrown) {
    ExtLogRecord record =
        new ExtLogRecord(level, "said %s", ExtLogRecord.FormatStyle.PRINTF, "Caller");
    record.setParameters(new Object[] {CANARY});
    record.setLoggerName(category);
    record.setThrown(thrown);
    return record;
  }
}
