package nl.uitweg.desk.casefile;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.casefile.view.ReadReport;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.content.ReportState;

/**
 * Tells the history of a report in sentences, newest first: when it came in, who first read it,
 * what was asked, answered, referred and decided. What was merely read or refused is told apart.
 */
@Singleton
class Timelines {

  /** Codes of the actions that only record a fingerprint; they are not shown. */
  private static final Set<String> FINGERPRINT_ACTIONS =
      Set.of(AuditAction.RECEIVED.code(), AuditAction.NOTES_SEALED.code());

  /** Events of one actor within this time belong to one act. */
  private static final Duration ONE_ACT = Duration.ofSeconds(2);

  private final DeskFactory deskFactory;
  private final Clock clock;

  Timelines(DeskFactory deskFactory, Clock clock) {
    this.deskFactory = deskFactory;
    this.clock = clock;
  }

  /** One sentence of the history. */
  record Line(String at, String text) {}

  /**
   * @param lines newest first
   * @param reads what was merely read or refused, newest first
   */
  record View(List<Line> lines, List<Line> reads) {}

  private record Event(Instant at, String actor, String action, String result, String reason) {

    static Event of(AuditEvent event) {
      return new Event(event.at(), event.actor(), event.action(), event.result(), event.reason());
    }

    static Event of(AuditEntry entry, Instant now) {
      return new Event(
          now, entry.actor(), entry.action().code(), entry.result().code(), entry.reason());
    }

    boolean isDone() {
      return result.equals(AuditResult.DONE.code());
    }

    boolean is(AuditAction other) {
      return action.equals(other.code());
    }
  }

  /** A line that can be sorted by time. */
  private record Timed(Instant at, String text) {}

  /**
   * @param stored events about the report, oldest first
   * @param pending entries that are stored when this request succeeds
   */
  View of(
      List<AuditEvent> stored,
      List<AuditEntry> pending,
      ReadReport read,
      CaseFilePages.CaseFileRequest caseFile) {
    Texts texts = deskFactory.texts(caseFile.request());
    List<Event> events = new ArrayList<>(stored.stream().map(Event::of).toList());
    pending.forEach(entry -> events.add(Event.of(entry, clock.instant())));
    events.removeIf(event -> FINGERPRINT_ACTIONS.contains(event.action()));

    List<Timed> lines = new ArrayList<>();
    read.receivedAt().ifPresent(at -> lines.add(new Timed(at, texts.get("timeline.received"))));
    read.answeredAt().forEach(at -> lines.add(new Timed(at, texts.get("timeline.answered"))));
    List<Timed> reads = new ArrayList<>();
    boolean firstReadSeen = false;
    Optional<Event> previous = Optional.empty();
    for (Event event : events) {
      String me = caseFile.officer().name();
      if (event.isDone() && event.is(AuditAction.READ) && !firstReadSeen) {
        firstReadSeen = true;
        lines.add(new Timed(event.at(), texts.get("timeline.first-read", actor(event, me, texts))));
      } else if (event.isDone() && texts.has("timeline." + key(event))) {
        if (!belongsTo(previous, event)) {
          lines.add(new Timed(event.at(), sentence(event, me, texts)));
        }
        previous = Optional.of(event);
      } else {
        reads.add(new Timed(event.at(), plain(event, me, texts)));
      }
    }
    if (caseFile.report().withdrawn()) {
      // The public tier may not add to the audit trail, so the time is not known.
      lines.add(new Timed(Instant.MAX, texts.get("timeline.withdrawn")));
    }
    return new View(newestFirst(lines, texts), newestFirst(reads, texts));
  }

  /** A new state that follows from taking the report needs no sentence of its own. */
  private static boolean belongsTo(Optional<Event> previous, Event event) {
    return event.is(AuditAction.STATE)
        && event.reason().equals(ReportState.IN_PROGRESS.key())
        && previous
            .filter(before -> before.is(AuditAction.TAKE) || before.is(AuditAction.MESSAGE))
            .filter(before -> before.actor().equals(event.actor()))
            .filter(before -> Duration.between(before.at(), event.at()).compareTo(ONE_ACT) < 0)
            .isPresent();
  }

  private static String key(Event event) {
    if (event.is(AuditAction.STATE)) {
      return "state." + event.reason();
    }
    return event.is(AuditAction.ASSIGN) && event.reason().equals("-")
        ? "assign-nobody"
        : event.action();
  }

  private static String sentence(Event event, String me, Texts texts) {
    String detail = event.is(AuditAction.ASSIGN) ? name(event.reason(), me, texts) : event.reason();
    return texts.get("timeline." + key(event), actor(event, me, texts), detail);
  }

  /** The name of the action with who did it, and the result when it was not done. */
  private static String plain(Event event, String me, Texts texts) {
    String action = text("desk.action.", event.action(), texts);
    String who = actor(event, me, texts);
    return event.isDone()
        ? texts.get("timeline.plain", action, who)
        : texts.get(
            "timeline.plain-result", action, who, text("desk.result.", event.result(), texts));
  }

  private static String actor(Event event, String me, Texts texts) {
    return name(event.actor(), me, texts);
  }

  private static String name(String name, String me, Texts texts) {
    return name.equals(me) ? texts.get("timeline.me") : name;
  }

  /** The text of a code, or the code itself: another version may have stored an unknown one. */
  private static String text(String prefix, String code, Texts texts) {
    return texts.has(prefix + code) ? texts.get(prefix + code) : code;
  }

  private static List<Line> newestFirst(List<Timed> lines, Texts texts) {
    List<Timed> sorted = new ArrayList<>(lines);
    java.util.Collections.reverse(sorted);
    sorted.sort(Comparator.comparing(Timed::at).reversed());
    return sorted.stream()
        .map(
            line ->
                new Line(
                    line.at().equals(Instant.MAX)
                        ? ""
                        : Dates.shortMoment(line.at(), texts.language()),
                    line.text()))
        .toList();
  }
}
