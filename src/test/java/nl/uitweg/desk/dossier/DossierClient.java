package nl.uitweg.desk.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;

/** Makes and fills dossiers with the forms of the desk. */
public final class DossierClient {

  private static final Pattern DOSSIER = Pattern.compile("/backoffice/dossiers/[0-9a-f-]{36}");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9.]+)\"");
  private static final Pattern NUMBER = Pattern.compile("<title>Melding ([0-9]{3}\u00a0[0-9]{3})");

  private DossierClient() {}

  /** Makes a dossier with one report; returns its address. */
  public static String create(DeskClient desk, SentReport report, String title, String kind) {
    APIResponse made =
        desk.post(report.path(), report.path() + "/dossier", "title", title, "kind", kind);
    assertThat(made.status()).isEqualTo(200);
    return of(desk, report);
  }

  /** The address of the dossier of a report. */
  public static String of(DeskClient desk, SentReport report) {
    Matcher link = DOSSIER.matcher(desk.get(report.path()).text());
    assertThat(link.find()).as("the case file has a link to the dossier").isTrue();
    return link.group();
  }

  public static void add(DeskClient desk, SentReport report, String dossier) {
    String id = dossier.substring(dossier.lastIndexOf('/') + 1);
    APIResponse added = desk.post(report.path(), report.path() + "/dossier", "dossier", id);
    assertThat(added.status()).isEqualTo(200);
  }

  /** The version of a dossier in the forms of its page. */
  public static String seen(DeskClient desk, String dossier) {
    Matcher seen = SEEN.matcher(desk.get(dossier).text());
    assertThat(seen.find()).isTrue();
    return seen.group(1);
  }

  /** The number by which officers name a report. */
  public static String number(DeskClient desk, SentReport report) {
    Matcher number = NUMBER.matcher(desk.get(report.path()).text());
    assertThat(number.find()).isTrue();
    return number.group(1);
  }
}
