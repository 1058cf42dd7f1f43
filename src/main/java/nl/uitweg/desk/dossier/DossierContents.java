package nl.uitweg.desk.dossier;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditSearch;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.timeline.History;
import nl.uitweg.dossier.Dossier;
import nl.uitweg.dossier.DossierReports;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.ConversationMessage;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportContent;
import org.jboss.logging.Logger;

/** Decrypts the reports of a dossier. Marks no message as read. */
@Singleton
class DossierContents {

  private static final Logger LOG = Logger.getLogger(DossierContents.class);

  private final DossierReports dossierReports;
  private final Reports reports;
  private final AuditSearch audit;

  DossierContents(DossierReports dossierReports, Reports reports, AuditSearch audit) {
    this.dossierReports = dossierReports;
    this.reports = reports;
    this.audit = audit;
  }

  /**
   * One report of a dossier.
   *
   * @param number as officers name it; empty while it has not been indexed
   * @param content empty when it cannot be decrypted
   * @param unreadableKey key of the text that says why it cannot be decrypted; otherwise empty
   */
  record Item(
      Report report, String number, Optional<ReportContent> content, String unreadableKey) {}

  /** The reports of a dossier, last received first. */
  List<Item> of(Dossier dossier, Officer officer) {
    List<UUID> ids = dossierReports.of(dossier);
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, Handling> handlings = reports.handlings(ids);
    List<Report> found = new ArrayList<>(reports.findAll(ids));
    found.sort(Comparator.comparing(report -> ids.indexOf(report.id())));
    return found.stream()
        .map(
            report ->
                open(
                    report,
                    Optional.ofNullable(handlings.get(report.id()))
                        .map(handling -> handling.number().toString())
                        .orElse(""),
                    officer))
        .toList();
  }

  private Item open(Report report, String number, Officer officer) {
    try {
      ReportContent content = reports.open(report, officer.municipalities());
      return new Item(report, number, Optional.of(content), "");
    } catch (UnsealException | IllegalStateException e) {
      LOG.warnf("Report %s cannot be decrypted", report.id());
      return new Item(report, number, Optional.empty(), ReportTexts.unreadableKey(e));
    }
  }

  /** The reports that can be decrypted, with their content. */
  static Map<Report, ReportContent> readable(List<Item> items) {
    Map<Report, ReportContent> contents = new LinkedHashMap<>();
    items.forEach(item -> item.content().ifPresent(found -> contents.put(item.report(), found)));
    return contents;
  }

  List<History> histories(List<Item> items, Officer officer) {
    return items.stream()
        .map(
            item ->
                new History(
                    item.number(),
                    audit.about(AuditObject.report(item.report().id())),
                    List.of(),
                    item.content().map(ReportContent::sentAt),
                    answeredAt(item.report(), officer),
                    item.report().withdrawn()))
        .toList();
  }

  private List<Instant> answeredAt(Report report, Officer officer) {
    try {
      return reports.messagesSeenByOfficers(report, officer.municipalities()).stream()
          .filter(message -> !message.fromOfficer() && message.readable())
          .map(ConversationMessage::at)
          .toList();
    } catch (UnsealException | IllegalStateException e) {
      return List.of(); // the case file itself shows that they are unreadable
    }
  }

  /** How to name the reports, by their name in the audit trail. */
  static Map<String, String> names(List<Item> items, Texts texts) {
    Map<String, String> names = new HashMap<>();
    items.forEach(
        item ->
            names.put(
                AuditObject.report(item.report().id()).name(),
                texts.get("dossier.report", item.number())));
    return names;
  }
}
