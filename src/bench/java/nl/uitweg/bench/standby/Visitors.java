package nl.uitweg.bench.standby;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.TestTimeout;

/**
 * Visitors who send reports to replicas in turn, four at a time, and press "send" again, half a
 * second later and at the next replica, whenever they get no code.
 */
final class Visitors {

  private static final int AT_A_TIME = 4;
  private static final long RETRY_MILLIS = 500;
  private static final int MAX_PRESSES = 400;
  private static final String MUNICIPALITY = "heemstede";
  private static final Pattern CODE = Pattern.compile("<p class=\"code\"[^>]*>(.*?)</p>");

  private final List<TierProcess> replicas = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  /** The first code of every form that was acknowledged. */
  private final Map<String, String> codes = new ConcurrentHashMap<>();

  private int written;

  void add(TierProcess replica) {
    replicas.add(replica);
  }

  /** Something that happens while reports are sent. */
  interface Fault {
    void cause() throws Exception;
  }

  /**
   * The sending of some reports.
   *
   * @param sent when each was acknowledged, by {@link System#nanoTime}, in order
   */
  record Result(int reports, int mostPresses, List<Double> seconds, long start, List<Long> sent) {

    /** Reports that were acknowledged between two moments. */
    long acknowledgedBetween(long from, long to) {
      return sent.stream().filter(at -> at > from && at < to).count();
    }

    /** The longest time in which no report was acknowledged. */
    double longestGap() {
      long longest = 0;
      long last = start;
      for (long at : sent) {
        longest = Math.max(longest, at - last);
        last = at;
      }
      return longest / 1e9;
    }
  }

  /**
   * Sends reports and causes the fault when a quarter of them was acknowledged.
   *
   * @throws IllegalStateException when a report is not acknowledged at all
   */
  Result send(int reports, Fault fault) throws Exception {
    List<String> forms = fillIn(reports);
    List<Double> seconds = Collections.synchronizedList(new ArrayList<>());
    List<Long> sent = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger mostPresses = new AtomicInteger();
    long start = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<?>> sending = new ArrayList<>();
      for (String form : forms) {
        sending.add(
            threads.submit(
                () -> {
                  long from = System.nanoTime();
                  int presses = press(form);
                  sent.add(System.nanoTime());
                  seconds.add((System.nanoTime() - from) / 1e9);
                  return mostPresses.accumulateAndGet(presses, Math::max);
                }));
      }
      TestTimeout.await("the first reports").until(() -> sent.size() >= reports / 4);
      fault.cause();
      for (Future<?> one : sending) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    Collections.sort(seconds);
    Collections.sort(sent);
    return new Result(reports, mostPresses.get(), seconds, start, sent);
  }

  /** Forms that are filled in up to "send". */
  private List<String> fillIn(int reports) {
    RestAssured.port = replicas.get(0).port();
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < reports; i++) {
      FormClient form = new FormClient("en");
      form.fillIn(MUNICIPALITY, "benchmark of a standby " + written++, "unknown");
      forms.add(form.sealedState());
    }
    return forms;
  }

  /** Presses "send" until there is a code, and returns how often. */
  private int press(String form) throws InterruptedException {
    for (int presses = 1; presses <= MAX_PRESSES; presses++) {
      Optional<String> code = codeOf(form);
      if (code.isPresent()) {
        codes.put(form, code.get());
        return presses;
      }
      Thread.sleep(RETRY_MILLIS);
    }
    throw new IllegalStateException("A report was not accepted");
  }

  private Optional<String> codeOf(String form) {
    TierProcess replica = replicas.get(turn.getAndIncrement() % replicas.size());
    try {
      HttpResponse<String> page =
          replica.post(
              "/en/report",
              "state=" + URLEncoder.encode(form, StandardCharsets.UTF_8) + "&go=send");
      Matcher code = CODE.matcher(page.body());
      return page.statusCode() == 200 && code.find()
          ? Optional.of(code.group(1).replaceAll("[^0-9]", ""))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  int acknowledged() {
    return codes.size();
  }

  /** Number of different codes. */
  long differentCodes() {
    return codes.values().stream().distinct().count();
  }

  /** Number of acknowledged reports whose code opens nothing, at any replica. */
  int lost() throws IOException {
    int lost = 0;
    for (String code : codes.values()) {
      TierProcess replica = replicas.get(turn.getAndIncrement() % replicas.size());
      HttpResponse<String> page = replica.post("/en/code", "code=" + code);
      if (page.statusCode() != 200 || !page.body().contains("name=\"token\"")) {
        lost++;
      }
    }
    return lost;
  }

  /** Sends every tenth form again; returns how many got another code than the first time. */
  int changedWhenSentAgain() {
    int changed = 0;
    int number = 0;
    for (Map.Entry<String, String> form : new HashMap<>(codes).entrySet()) {
      if (number++ % 10 == 0 && !codeOf(form.getKey()).equals(Optional.of(form.getValue()))) {
        changed++;
      }
    }
    return changed;
  }
}
