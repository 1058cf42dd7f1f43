package nl.uitweg.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.uitweg.testsupport.KillableDatabase;
import nl.uitweg.testsupport.Replica;
import nl.uitweg.testsupport.ReplicatedDesk;
import nl.uitweg.testsupport.ReplicatedSite;

/**
 * Kills the processes of a site in a random order and starts them again. Between the kills, the
 * database is frozen, made read-only, or its disk is filled. A killed replica starts again in the
 * background, so that several processes can be gone at the same time.
 */
final class FaultSchedule {

  private static final long SHORTEST_OUTAGE_MILLIS = 5_000;

  /** The state of the database is up to twelve seconds old. */
  private static final int LONGEST_OUTAGE_SECONDS = 20;

  private static final long LONGEST_PAUSE_MILLIS = 2_000;
  private static final int KILLS_PER_OUTAGE = 8;

  private final ReplicatedSite site;
  private final ReplicatedDesk desk;
  private final KillableDatabase database;
  private final SmallDisk disk;
  private final Random random;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final AtomicInteger kills = new AtomicInteger();
  private CompletableFuture<Void> firstStart = CompletableFuture.completedFuture(null);
  private CompletableFuture<Void> secondStart = CompletableFuture.completedFuture(null);
  private CompletableFuture<Void> deskStart = CompletableFuture.completedFuture(null);

  FaultSchedule(ReplicatedSite site, ReplicatedDesk desk, SmallDisk disk, Random random) {
    this.site = site;
    this.desk = desk;
    this.database = site.database();
    this.disk = disk;
    this.random = random;
  }

  /** Number of kills so far. */
  int kills() {
    return kills.get();
  }

  /** How often each fault was caused. */
  Map<String, Integer> counts() {
    return counts;
  }

  /** Causes faults until there were so many kills, and waits until all processes run again. */
  void run(int totalKills) throws IOException, SQLException, InterruptedException {
    int outages = 0;
    while (kills.get() < totalKills) {
      killOne();
      if (kills.get() >= (outages + 1) * KILLS_PER_OUTAGE) {
        causeOutage(outages++);
      }
      TimeUnit.MILLISECONDS.sleep(random.nextLong(LONGEST_PAUSE_MILLIS));
    }
    CompletableFuture.allOf(firstStart, secondStart, deskStart).join();
    site.awaitReady();
    desk.replica().await();
  }

  private void killOne() throws IOException {
    switch (random.nextInt(5)) {
      case 0 -> {
        if (firstStart.isDone()) {
          killed("public tier");
          site.first().kill();
          firstStart = CompletableFuture.runAsync(() -> unchecked(site::restartFirst));
        }
      }
      case 1 -> {
        if (secondStart.isDone()) {
          killed("public tier");
          site.second().kill();
          secondStart = CompletableFuture.runAsync(() -> unchecked(site::restartSecond));
        }
      }
      case 2 -> {
        if (deskStart.isDone()) {
          killed("desk");
          desk.replica().kill();
          deskStart = CompletableFuture.runAsync(() -> unchecked(desk::restart));
        }
      }
      default -> {
        killed("PostgreSQL");
        database.kill();
        database.restart();
      }
    }
  }

  private void killed(String process) {
    kills.incrementAndGet();
    counts.merge("kill -9 " + process, 1, Integer::sum);
  }

  private void causeOutage(int number) throws IOException, SQLException, InterruptedException {
    switch (number % 3) {
      case 0 -> {
        counts.merge("database frozen", 1, Integer::sum);
        database.freeze();
        awaitNotReady("frozen");
        database.thaw();
      }
      case 1 -> {
        counts.merge("database read-only", 1, Integer::sum);
        database.setReadOnly(true);
        awaitNotReady("read-only");
        database.setReadOnly(false);
      }
      default -> {
        if (disk.canBeFilled()) {
          counts.merge("disk full", 1, Integer::sum);
          disk.fill();
          awaitNotReady("full");
          disk.clear();
          database.restartIfEnded();
        }
      }
    }
  }

  /** Waits a while and until the site itself says that it cannot store reports; counts that. */
  private void awaitNotReady(String outage) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(SHORTEST_OUTAGE_MILLIS);
    for (int second = 0; second < LONGEST_OUTAGE_SECONDS; second++) {
      if (isNotReady(site.first()) || isNotReady(site.second())) {
        counts.merge(outage + ": noticed by “ready”", 1, Integer::sum);
        return;
      }
      TimeUnit.SECONDS.sleep(1);
    }
  }

  private static boolean isNotReady(Replica replica) {
    return replica.status("/q/health/ready") == 503;
  }

  private interface Action {
    void run() throws IOException;
  }

  private static void unchecked(Action action) {
    try {
      action.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
