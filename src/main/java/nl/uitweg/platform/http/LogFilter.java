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
 * Keeps what a visitor sent out of every log. A library may put an address, a field or a value in
 * its message, and so may the message of any exception; so only messages of our own code and of
 * starting and stopping are written, and of an exception its classes and places. Every handler in
 * {@code application.properties} has this filter; a handler of your own needs it too.
 */
@LoggingFilter(name = LogFilter.NAME)
public final class LogFilter implements Filter {

  static final String NAME = "nothing-of-a-request";
  static final String WITHHELD = "Message withheld, since it may hold what a visitor sent.";

  /** Our own: says what happened, never what was sent. */
  private static final String OURS = "nl.uitweg.";

  /** Migrations, which run before any request is served. */
  private static final String MIGRATIONS = "org.flywaydb.";

  /** Starting and stopping; their exceptions say which setting is wrong. */
  private static final Set<String> LIFE =
      Set.of(
          "io.quarkus",
          "io.quarkus.config",
          "io.quarkus.runtime.Application",
          "io.quarkus.runtime.ApplicationLifecycleManager");

  private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

  /** Marks a record that was rewritten for another handler. */
  private static final Object[] DONE = {LogFilter.class};

  /** Drops what only informs; a warning or an error is rewritten, so that it is seen. */
  @Override
  public boolean isLoggable(LogRecord logged) {
    String category = String.valueOf(logged.getLoggerName());
    if (LIFE.contains(category) || isDone(logged)) {
      return true;
    }
    boolean trusted = category.startsWith(OURS) || category.startsWith(MIGRATIONS);
    Throwable thrown = logged.getThrown();
    if (trusted && thrown == null) {
      return true;
    }
    if (!trusted && logged.getLevel().intValue() < Level.WARNING.intValue()) {
      return false;
    }
    String message = trusted ? MESSAGE.format(logged) : WITHHELD;
    rewrite(logged, thrown == null ? message : message + " " + Failure.describe(thrown));
    return true;
  }

  private static boolean isDone(LogRecord logged) {
    Object[] parameters = logged.getParameters();
    return parameters != null && parameters.length == 1 && parameters[0] == DONE[0];
  }

  private static void rewrite(LogRecord logged, String message) {
    if (logged instanceof ExtLogRecord ours) {
      ours.setMessage(message, FormatStyle.NO_FORMAT);
    } else {
      logged.setMessage(message);
    }
    logged.setParameters(DONE);
    logged.setThrown(null);
  }
}
