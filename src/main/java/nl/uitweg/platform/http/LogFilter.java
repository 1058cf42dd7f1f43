package nl.uitweg.platform.http;

import io.quarkus.logging.LoggingFilter;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Keeps data that a visitor sent out of the logs. Messages of libraries and of exceptions may
 * contain a path, a field or a value. Therefore only messages of this application, of Flyway and of
 * start-up and shutdown are written, and exceptions, except those of start-up and shutdown, are
 * reduced to their classes and stack frames. Every log handler in {@code application.properties}
 * has this filter; additional handlers need it too.
 */
@LoggingFilter(name = LogFilter.NAME)
public final class LogFilter implements Filter {

  static final String NAME = "no-request-data";
  static final String WITHHELD = "Message withheld: it may contain data that a visitor sent.";

  /** Loggers of this application, whose messages contain no data of visitors. */
  private static final String APPLICATION_PREFIX = "nl.uitweg.";

  /** Loggers of start-up and shutdown; their exceptions name the setting that is wrong. */
  private static final Set<String> LIFECYCLE_LOGGERS =
      Set.of(
          "io.quarkus",
          "io.quarkus.config",
          "io.quarkus.runtime.Application",
          "io.quarkus.runtime.ApplicationLifecycleManager");

  private static final PatternFormatter MESSAGE_FORMATTER = new PatternFormatter("%s");

  /** Marks a record that was rewritten already for another handler. */
  private static final Object[] REWRITTEN_MARKER = {LogFilter.class};

  /**
   * Suppresses informational messages of libraries; withholds the messages of their warnings and
   * errors.
   */
  @Override
  public boolean isLoggable(LogRecord record) {
    String category = String.valueOf(record.getLoggerName());
    if (LIFECYCLE_LOGGERS.contains(category) || isRewritten(record)) {
      return true;
    }
    boolean trusted = category.startsWith(APPLICATION_PREFIX);
    Throwable thrown = record.getThrown();
    if (trusted && thrown == null) {
      return true;
    }
    if (!trusted && record.getLevel().intValue() < Level.WARNING.intValue()) {
      return false;
    }
    String message = trusted ? MESSAGE_FORMATTER.format(record) : WITHHELD;
    rewrite(record, thrown == null ? message : message + " " + Failure.describe(thrown));
    return true;
  }

  private static boolean isRewritten(LogRecord record) {
    Object[] parameters = record.getParameters();
    return parameters != null && parameters.length == 1 && parameters[0] == REWRITTEN_MARKER[0];
  }

  private static void rewrite(LogRecord record, String message) {
    if (record instanceof ExtLogRecord extended) {
      extended.setMessage(message, FormatStyle.NO_FORMAT);
    } else {
      record.setMessage(message);
    }
    record.setParameters(REWRITTEN_MARKER);
    record.setThrown(null);
  }
}
