package nl.uitweg.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.restassured.RestAssured;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.ProcessTest;
import nl.uitweg.testsupport.RawVisitor;
import nl.uitweg.testsupport.Replica;
import nl.uitweg.testsupport.ReplicatedSite;
import nl.uitweg.testsupport.ReverseProxy;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new version is installed on one replica after the other, while visitors read and report through
 * nginx with the shipped configuration. No visitor notices.
 */
@ProcessTest
class RollingRestartTest {

  private static final int READERS = 2;
  private static final int REPORTERS = 2;
  private static final int REPORTS = 45;
  private static final int REPORTS_PER_RESTART = 20;
  private static final int PAUSE_MILLIS = 300;

  private final AtomicInteger pagesRead = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final List<Future<?>> visits = new ArrayList<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final Queue<String> codes = new ConcurrentLinkedQueue<>();

  @TempDir Path folder;

  @Test
  void keepsServingWhileReplicasRestartOneAfterAnother() throws Exception {
    Assumptions.assumeTrue(
        "true".equals(System.getenv("UITWEG_TEST_REQUIRES_TOOLS")) || ReverseProxy.isInstalled(),
        "nginx is not installed; bin/test installs it");
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(READERS + REPORTERS);
    try (ReplicatedSite site = ReplicatedSite.start(folder, ReverseProxy.TRUSTED);
        ReverseProxy proxy =
            ReverseProxy.start(
                folder.resolve("nginx"),
                site.first().port(),
                site.second().port(),
                site.first().port())) {
      Queue<String> forms = new ConcurrentLinkedQueue<>(filledInForms(site.first()));
      AtomicInteger allowed = new AtomicInteger();
      for (int i = 0; i < READERS; i++) {
        RawVisitor reader = new RawVisitor("127.0.1." + (i + 1), proxy.port());
        repeat(threads, () -> read(reader));
      }
      for (int i = 0; i < REPORTERS; i++) {
        RawVisitor reporter = new RawVisitor("127.0.2." + (i + 1), proxy.port());
        repeat(threads, () -> report(reporter, forms, allowed));
      }
      allowed.addAndGet(REPORTS_PER_RESTART);
      stop(site.first());
      site.restartFirst();
      allowed.addAndGet(REPORTS_PER_RESTART);
      stop(site.second());
      site.restartSecond();
      allowed.set(REPORTS);
      TestTimeout.await("all forms were sent").until(() -> answered.get() == REPORTS);
      assertThat(visits).as("no visitor stopped by an exception").noneMatch(Future::isDone);
      threads.shutdown();
      TestTimeout.await("all pages were read").until(threads::isTerminated);
      assertThat(faults).isEmpty();
      assertThat(codes).doesNotHaveDuplicates().hasSize(REPORTS);
      assertThat(pagesRead.get()).as("pages that were read meanwhile").isGreaterThan(100);
      assertThat(codes).allMatch(code -> opens(site.second(), code));
      site.first().kill();
      site.second().kill();
      assertThat(new RawVisitor("127.0.1.1", proxy.port()).get("/pl/code"))
          .as("no replica is left")
          .satisfies(page -> assertThat(page.status()).isEqualTo(502))
          .extracting(RawVisitor.Answer::body, STRING)
          .contains("lang=\"pl\"", "tel:112");
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> filledInForms(Replica replica) {
    RestAssured.port = replica.port();
    return IntStream.range(0, REPORTS)
        .mapToObj(
            i -> {
              FormClient form = new FormClient("en");
              form.fillIn("zilvervoort", "sent during a restart " + i, "unknown");
              return form.sealedState();
            })
        .toList();
  }

  /** Stops a replica as an administrator does, and waits until its process has ended. */
  private static void stop(Replica replica) {
    replica.process().destroy();
    replica.process().onExit().join();
  }

  private void repeat(ScheduledExecutorService threads, Runnable visit) {
    visits.add(threads.scheduleWithFixedDelay(visit, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS));
  }

  private void read(RawVisitor visitor) {
    for (String page : List.of("/en/help", "/nl/report", "/en/code", "/nl/figures")) {
      check(page, visitor.get(page));
      pagesRead.incrementAndGet();
    }
  }

  /** Sends a form if one more may be sent at this point of the test. */
  private void report(RawVisitor visitor, Queue<String> forms, AtomicInteger allowed) {
    if (allowed.getAndDecrement() <= 0) {
      allowed.incrementAndGet();
      return;
    }
    String token = forms.poll();
    if (token == null) {
      return;
    }
    String form = "go=send&state=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    RawVisitor.Answer answer =
        visitor.post(
            "/en/report",
            "application/x-www-form-urlencoded",
            form.getBytes(StandardCharsets.US_ASCII));
    check("sending a report", answer);
    codes.add(FormClient.code(answer.body()));
    answered.incrementAndGet();
  }

  private void check(String request, RawVisitor.Answer answer) {
    if (answer.status() != 200 || !answer.complete()) {
      faults.add(request + ": " + answer.status() + (answer.complete() ? "" : " incomplete"));
    }
  }

  private static boolean opens(Replica replica, String code) {
    return replica.post("/en/code", "code=" + code).body().contains("name=\"token\"");
  }
}
