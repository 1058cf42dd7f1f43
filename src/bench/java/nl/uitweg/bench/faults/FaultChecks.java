package nl.uitweg.bench.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import nl.uitweg.testsupport.MailServer;
import nl.uitweg.testsupport.ReplicatedDesk;
import nl.uitweg.testsupport.ReplicatedSite;
import nl.uitweg.testsupport.TestTimeout;

/** Compares what people were told during the faults with what is stored afterwards. */
final class FaultChecks {

  /** A mail that was being sent by a killed process is free again after ten minutes. */
  private static final Duration MAIL_CLAIM = Duration.ofMinutes(12);

  private final Ledger ledger;
  private final StoredFacts stored;
  private final ReplicatedSite site;
  private final ReplicatedDesk desk;
  private final List<Map<String, Object>> rows = new ArrayList<>();

  FaultChecks(Ledger ledger, StoredFacts stored, ReplicatedSite site, ReplicatedDesk desk) {
    this.ledger = ledger;
    this.stored = stored;
    this.site = site;
    this.desk = desk;
  }

  /** The results so far: what, how often it was tried, and how much was lost or doubled. */
  List<Map<String, Object>> rows() {
    return rows;
  }

  /**
   * Whether nothing was lost, doubled or reported wrongly, and something of each kind was tried.
   */
  boolean areClean() {
    return rows.stream()
        .allMatch(
            row ->
                !row.get("tried").equals(0L)
                    && row.get("lost").equals(0L)
                    && row.get("doubled_or_false").equals(0L));
  }

  void reports() throws SQLException {
    long storedReports = stored.count("select count(*) from report");
    AtomicInteger doNotOpen = new AtomicInteger();
    ledger.codes.forEach(
        (number, code) -> {
          String page = site.first().post("/en/code", "code=" + code).body();
          if (!page.contains("name=\"token\"")) {
            doNotOpen.incrementAndGet();
          }
        });
    long codes = ledger.codes.values().stream().distinct().count();
    row(
        "reports: the visitor saw a code",
        ledger.codes.size(),
        doNotOpen.get(),
        storedReports - codes + (ledger.codes.size() - codes));
    row(
        "reports: “not sent” and given up",
        ledger.notSent.size(),
        0,
        Math.max(0, storedReports - codes));
    long files = stored.count("select count(*) from attachment");
    row("photos", ledger.withPhoto.size(), ledger.withPhoto.size() - files, 0);
  }

  /** The page of each handled report shows each text once and is closed. */
  void work(Collection<Officer.Work> handled, Officer officer)
      throws InterruptedException, SQLException {
    int messages = 0;
    int doubledMessages = 0;
    int notes = 0;
    int doubledNotes = 0;
    int states = 0;
    for (Officer.Work work : handled) {
      String page = officer.open("/backoffice/reports/" + work.report());
      int shownMessages = occurrences(page, work.message() + "<");
      int shownNotes = occurrences(page, work.note() + "<");
      messages += shownMessages == 0 ? 1 : 0;
      doubledMessages += Math.max(0, shownMessages - 1);
      notes += shownNotes == 0 ? 1 : 0;
      doubledNotes += Math.max(0, shownNotes - 1);
      states += page.contains("value=\"reopened\"") ? 0 : 1;
    }
    row("messages of the officer", handled.size(), messages, doubledMessages);
    row("notes", handled.size(), notes, doubledNotes);
    row("states", handled.size(), states, 0);
    long referred = handled.stream().filter(Officer.Work::referred).count();
    long referrals = stored.count("select count(*) from referral");
    row(
        "referrals",
        referred,
        Math.max(0, referred - referrals),
        Math.max(0, referrals - referred));
  }

  private static int occurrences(String page, String text) {
    return page.split(Pattern.quote(text), -1).length - 1;
  }

  /** Makes all closed reports due, kills the desk while it purges them, and counts what is left. */
  void purges() throws SQLException, IOException, InterruptedException {
    stored.execute("update report set closed_on = closed_on - 400 where state = 'CLOSED'");
    long due = stored.count("select count(*) from report where state = 'CLOSED'");
    for (int i = 0; i < 3; i++) {
      TimeUnit.SECONDS.sleep(2);
      desk.replica().kill();
      desk.restart();
    }
    TestTimeout.await("all closed reports are purged")
        .until(() -> stored.count("select count(*) from report where state = 'CLOSED'") == 0);
    long tombstones = stored.count("select count(*) from tombstone");
    row("purges", due, Math.max(0, due - tombstones), Math.max(0, tombstones - due));
    long audited = stored.count("select count(*) from audit_event where action = 'purge'");
    row("purges in the audit", due, Math.max(0, due - audited), Math.max(0, audited - due));
  }

  /**
   * Every notification has become a mail. A mail whose sender was killed before it could record
   * that the mail server had accepted it is sent again with the same Message-ID, by which the
   * recipient's server recognises it; such mails are counted, and are no fault.
   */
  void mails() throws SQLException {
    TestTimeout.await("all mails are sent")
        .atMost(MAIL_CLAIM)
        .until(
            () ->
                stored.count("select count(*) from report_notification") == 0
                    && stored.count("select count(*) from mail where recipient like 'zilv%'") == 0);
    List<String> ids =
        MailServer.messagesTo("zilvervoort@example.test")
            .map(mail -> mail.replaceAll("(?s).*Message-ID: (<[^>]+>).*", "$1"))
            .toList();
    long different = ids.stream().distinct().count();
    for (long again = different; again < ids.size(); again++) {
      ledger.count("mail sent again after a kill");
    }
    row("mails to the officer", different, different == 0 ? 1 : 0, 0);
  }

  private void row(String what, long tried, long lost, long doubled) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("what", what);
    row.put("tried", tried);
    row.put("lost", lost);
    row.put("doubled_or_false", doubled);
    rows.add(row);
    System.out.println(row);
  }
}
