package nl.uitweg.desk.casefile;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * Says what others did to a report since an officer opened it. The caller has locked the report.
 */
@Singleton
class Conflicts {

  /** Events that change what an officer bases a note, a message or a change of state on. */
  private static final Pattern CHANGES =
      Pattern.compile("(state|take|note|message|postpone|refer|assign|link)(-.*)?");

  /** Empty when nothing happened, or the form does not say what the officer saw. */
  Optional<Problem> since(@Nullable String seen, Report report, Officer officer, Texts texts) {
    return CaseFileVersion.read(seen)
        .map(before -> changes(before, report, officer, texts))
        .filter(changes -> !changes.isEmpty())
        .map(changes -> new Problem(texts.get("replies.conflict"), changes, "", ""));
  }

  private static List<String> changes(
      CaseFileVersion before, Report report, Officer officer, Texts texts) {
    List<String> changes = new ArrayList<>();
    AuditEvent.about("report/" + report.id()).stream()
        .filter(event -> event.position() > before.event())
        .filter(event -> event.result().equals("done") && !event.actor().equals(officer.name()))
        .filter(event -> CHANGES.matcher(event.action()).matches())
        .map(event -> TimelineEvent.of(event, texts))
        .map(event -> event.actor() + ": " + event.action() + ", " + event.at())
        .forEach(changes::add);
    if (report.countAnswers() > before.answers()) {
      changes.add(texts.get("replies.conflict-answer"));
    }
    if (!report.state().key().equals(before.state())) {
      changes.add(
          texts.get("replies.conflict-state", texts.get("desk.state." + report.state().key())));
    }
    return changes;
  }
}
