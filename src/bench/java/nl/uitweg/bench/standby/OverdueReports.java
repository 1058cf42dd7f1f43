package nl.uitweg.bench.standby;

import io.restassured.RestAssured;
import nl.uitweg.site.report.FormClient;

/** Reports that are not counted among those of the visitors. */
record OverdueReports(TierProcess replica) {

  void send(int reports) {
    RestAssured.port = replica.port();
    for (int i = 0; i < reports; i++) {
      FormClient form = new FormClient("en");
      form.fillIn("heemstede", "to be purged " + i, "unknown");
      if (FormClient.code(form.press("send")).isEmpty()) {
        throw new IllegalStateException("A report was not accepted");
      }
    }
  }
}
