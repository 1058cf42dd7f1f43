package nl.uitweg.platform.persistence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database takes writes. A thread of its own asks every two seconds, over a connection
 * of its own with short timeouts, so that neither a database that does not answer nor a pool
 * without free connections delays whoever asks for the state. It asks whether writing is allowed,
 * and every tenth second writes something that needs new space on the disk.
 */
@Singleton
public class DatabaseState {

  private static final Logger LOG = Logger.getLogger(DatabaseState.class);

  private static final Duration INTERVAL = Duration.ofSeconds(2);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);

  /** Older than this, the state is not known: the thread itself does not get an answer. */
  private static final Duration OUTDATED_AFTER = Duration.ofSeconds(10);

  private static final String MAY_WRITE =
      "select pg_catalog.current_setting('transaction_read_only') = 'off'"
          + " and not pg_catalog.pg_is_in_recovery()";

  private static final String WRITE = "select public.portal_probe_write()";
  private static final int QUESTIONS_PER_WRITE = 5;

  private final String url;
  private final Properties login = new Properties();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(DatabaseState::thread);

  private volatile Answer last = new Answer(false, Long.MIN_VALUE);
  private @Nullable Connection connection;
  private int questions;
  private boolean lastWriteSucceeded = true;
  private @Nullable ScheduledFuture<?> asking;

  DatabaseState(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this.url = url;
    username.ifPresent(name -> login.setProperty("user", name));
    password.ifPresent(secret -> login.setProperty("password", secret));
    String seconds = Long.toString(ANSWER_TIMEOUT.toSeconds());
    login.setProperty("connectTimeout", seconds);
    login.setProperty("loginTimeout", seconds);
    login.setProperty("socketTimeout", seconds);
    login.setProperty("ApplicationName", "uitweg state");
  }

  /**
   * What the database answered last.
   *
   * @param nanoTime when, by {@link System#nanoTime}
   */
  private record Answer(boolean writable, long nanoTime) {}

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "database-state");
    thread.setDaemon(true);
    return thread;
  }

  void start(@Observes StartupEvent start) {
    asking =
        thread.scheduleWithFixedDelay(this::ask, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stop) {
    if (asking != null) {
      asking.cancel(true);
    }
    thread.shutdownNow();
  }

  /** Whether the database took a write in the last ten seconds. Never waits. */
  public boolean isWritable() {
    Answer answer = last;
    return answer.writable && System.nanoTime() - answer.nanoTime < OUTDATED_AFTER.toNanos();
  }

  private void ask() {
    boolean writable = write();
    last = new Answer(writable, System.nanoTime());
  }

  private boolean write() {
    try {
      if (connection == null) {
        connection = DriverManager.getConnection(url, login);
      }
      if (!mayWrite(connection)) {
        return false;
      }
      if (questions++ % QUESTIONS_PER_WRITE == 0 || !lastWriteSucceeded) {
        lastWriteSucceeded = false;
        try (Statement statement = connection.createStatement()) {
          statement.execute(WRITE);
        }
        lastWriteSucceeded = true;
      }
      return true;
    } catch (SQLException e) {
      if (last.writable || last.nanoTime == Long.MIN_VALUE) {
        LOG.warnf("The database does not take writes (SQLSTATE %s)", e.getSQLState());
      }
      close();
      return false;
    }
  }

  private static boolean mayWrite(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet allowed = statement.executeQuery(MAY_WRITE)) {
      return allowed.next() && allowed.getBoolean(1);
    }
  }

  private void close() {
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        // The connection is not used again.
      }
      connection = null;
    }
  }
}
