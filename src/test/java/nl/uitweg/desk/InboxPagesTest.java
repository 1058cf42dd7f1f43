package nl.uitweg.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.uitweg.platform.sealing.ReceiptDerivation;
import nl.uitweg.report.ReportSubmission;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** Paging through an inbox with more reports than fit on one page. */
@ServerTest
class InboxPagesTest {

  private static final int REPORT_COUNT = 55;

  @Inject ReportSubmission submission;
  @Inject ReceiptDerivation receiptDerivation;

  @TestHTTPResource("/")
  String root;

  @Test
  void listsEveryReportOnExactlyOnePage() throws Exception {
    for (int i = 0; i < REPORT_COUNT; i++) {
      submission.submit(
          receiptDerivation.newSeed(),
          new ReportContent(
              "nl",
              Instant.now(),
              Map.of(
                  Question.SAFETY, List.of("no"),
                  Question.MUNICIPALITY, List.of("ankerdaal"),
                  Question.CONTACT, List.of("unknown")),
              Map.of(Question.WHAT, "bladeren nummer " + i)),
          List.of());
    }
    Set<String> seen = new HashSet<>();
    int rows = 0;
    String base = root.substring(0, root.length() - 1);
    try (BrowserContext desk = Browser.officer(base, "ankerdaal", 1280, false)) {
      Page officer = desk.newPage();
      officer.navigate(base + "/backoffice");
      while (true) {
        List<String> summaries = PageReader.texts(officer.locator(".summary-line"));
        List<String> ownSummaries =
            summaries.stream().filter(text -> text.contains("bladeren nummer")).toList();
        rows += ownSummaries.size();
        seen.addAll(ownSummaries);
        if (officer.getByText("Volgende pagina").count() == 0) {
          break;
        }
        Browser.press(officer.getByText("Volgende pagina"));
      }
      List<String> last = PageReader.texts(officer.locator(".rows a"));
      Browser.press(officer.getByText("Vorige pagina"));
      assertThat(officer.locator(".rows tbody tr")).hasCount(50);
      Browser.press(officer.getByText("Volgende pagina"));
      assertThat(PageReader.texts(officer.locator(".rows a"))).isEqualTo(last);
    }
    assertThat(seen).hasSize(REPORT_COUNT);
    assertThat(rows).as("no report is on two pages").isEqualTo(REPORT_COUNT);
  }
}
