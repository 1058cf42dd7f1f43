package nl.uitweg.desk.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.util.List;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** When a report is purged, its referrals can no longer be read, not even by the receiver. */
@ServerTest
class PurgedReferralTest {

  private static final String SHARED = "shared before it was purged";

  @TestHTTPResource("/")
  String root;

  @Inject AuditTrail audit;
  @Inject DatabaseAccess access;

  @Test
  void receiverCannotReadReferralOfPurgedReport() {
    SentReport report = SentReport.send("zilvervoort", "handed over and purged", "unknown");
    String base = root.substring(0, root.length() - 1);
    try (DeskClient desk = new DeskClient(base, "zilvervoort")) {
      String form = report.path() + "/referral";
      desk.get(report.path());
      assertThat(desk.post(form, form, ReferralForms.fields("care", "send", "what", SHARED)).text())
          .contains(SHARED);
    }
    try (DeskClient care = new DeskClient(base, "care")) {
      String received =
          ReferralForms.first(care.get("/backoffice/referrals").text(), "/backoffice/referrals/");
      assertThat(care.get(received).text()).contains(SHARED);
      recordPurge(report);
      assertThat(care.get(received).status()).isEqualTo(409);
      assertThat(care.get(received).text()).doesNotContain(SHARED);
    }
  }

  /** Records the purge without deleting rows, as if somebody had restored them from a backup. */
  private void recordPurge(SentReport report) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              access.asDesk(List.of());
              audit.add(
                  AuditEntry.done(
                      "retention", AuditAction.PURGE, new AuditObject(report.object())));
            });
  }
}
