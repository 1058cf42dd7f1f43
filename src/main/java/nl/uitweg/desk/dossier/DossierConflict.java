package nl.uitweg.desk.dossier;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.audit.AuditSearch;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.dossier.Dossier;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was done to a dossier since an officer opened its page. The forms of the page carry
 * the version that the officer saw, and the position of the last audit event about the dossier.
 */
@Singleton
class DossierConflict {

  private static final Pattern SEEN = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,18})");

  /** Codes of the actions that change nothing. */
  private static final Set<String> READING =
      Set.of(
          AuditAction.DOSSIER_READ.code(),
          AuditAction.DOSSIER_REFERRAL.code(),
          AuditAction.DOSSIER_SEALED.code());

  private final AuditSearch audit;

  DossierConflict(AuditSearch audit) {
    this.audit = audit;
  }

  String seen(Dossier dossier) {
    List<AuditEvent> events = audit.about(AuditObject.dossier(dossier.id()));
    long last = events.isEmpty() ? 0 : events.get(events.size() - 1).position();
    return dossier.version() + "." + last;
  }

  /**
   * What was done in the meantime, one line each; empty when nothing was, or when the form does not
   * carry a version. The caller must have locked the dossier.
   */
  Optional<List<String>> findSince(
      @Nullable String seen, Dossier dossier, Officer officer, Texts texts) {
    Matcher matcher = SEEN.matcher(seen == null ? "" : seen);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == dossier.version()) {
      return Optional.empty();
    }
    long last = Long.parseLong(matcher.group(2));
    return Optional.of(
        audit.about(AuditObject.dossier(dossier.id())).stream()
            .filter(event -> event.position() > last)
            .filter(event -> event.result().equals(AuditResult.DONE.code()))
            .filter(event -> !READING.contains(event.action()))
            .map(event -> line(event, officer, texts))
            .toList());
  }

  private static String line(AuditEvent event, Officer officer, Texts texts) {
    String key = "desk.action." + event.action();
    return texts.get(
        "dossier.conflict-line",
        event.actor().equals(officer.name()) ? texts.get("timeline.me") : event.actor(),
        texts.has(key) ? texts.get(key) : event.action(),
        Dates.moment(event.at(), texts.language()));
  }
}
