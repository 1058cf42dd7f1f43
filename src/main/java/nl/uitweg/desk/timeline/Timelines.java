package nl.uitweg.desk.timeline;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.content.ReportState;

/**
 * Tells the history of a report or a dossier in sentences, newest first: when a report came in, who
 * first read it, what was asked, answered, referred and decided. What was merely read or refused is
 * told apart.
 */
@Singleton
public class Timelines {

  /** Codes of the actions that only record a fingerprint; they are not shown. */
  private static final Set<String> FINGERPRINT_ACTIONS =
      Set.of(
          AuditAction.RECEIVED.code(),
          AuditAction.NOTES_SEALED.code(),
          AuditAction.DOSSIER_SEALED.code());

  /** Events of a report that the events of its dossier tell too. */
  private static final Set<String> TOLD_BY_DOSSIER =
      Set.of(AuditAction.DOSSIER_ADD.code(), AuditAction.DOSSIER_REMOVE.code());

  private static final String REPORT_TEXTS = "timeline.";
  private static final String DOSSIER_TEXTS = "dossier.event.";

  /** Events of one actor within this time belong to one act. */
  private static final Duration ONE_ACT = Duration.ofSeconds(2);

  private final Clock clock;

  Timelines(Clock clock) {
    this.clock = clock;
  }

  /** One sentence of the history. */
  public record Line(String at, String text) {}

  /**
   * @param lines newest first
   * @param reads what was merely read or refused, newest first
   */
  public record View(List<Line> lines, List<Line> reads) {}

  /**
   * Who reads the history.
   *
   * @param me user name of the officer
   * @param names how to name the objects that are mentioned, by the name in the audit trail
   */
  private record Reader(String me, Map<String, String> names, Texts texts) {}

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

    /** The last part of the key of its sentence. */
    String key() {
      if (is(AuditAction.STATE)) {
        return "state." + reason;
      }
      return is(AuditAction.ASSIGN) && reason.equals("-") ? "assign-nobody" : action;
    }
  }

  /** A line that can be sorted by time. */
  private record Timed(Instant at, String text) {

    Timed with(UnaryOperator<String> change) {
      return new Timed(at, change.apply(text));
    }
  }

  private record Lines(List<Timed> told, List<Timed> reads) {}

  /**
   * The history of a report.
   *
   * @param me user name of the officer who reads it
   */
  public View ofReport(History report, String me, Texts texts) {
    Lines lines = report(report, Set.of(), new Reader(me, Map.of(), texts));
    return new View(newestFirst(lines.told(), texts), newestFirst(lines.reads(), texts));
  }

  /**
   * The history of a dossier together with that of its reports. Of what was merely read or refused
   * it has only what is about the dossier.
   *
   * @param stored audit events about the dossier and those merged into it, oldest first
   * @param pending entries about the dossier that are stored when this request succeeds
   * @param names how to name the reports of the dossier, by their name in the audit trail
   * @param me user name of the officer who reads it
   */
  public View ofDossier(
      List<AuditEvent> stored,
      List<AuditEntry> pending,
      List<History> reports,
      Map<String, String> names,
      String me,
      Texts texts) {
    Reader reader = new Reader(me, names, texts);
    Lines lines = events(events(stored, pending, Set.of()), DOSSIER_TEXTS, reader);
    List<Timed> told = new ArrayList<>(lines.told());
    for (History report : reports) {
      report(report, TOLD_BY_DOSSIER, reader).told().stream()
          .map(line -> line.with(text -> texts.get("timeline.of-report", report.name(), text)))
          .forEach(told::add);
    }
    return new View(newestFirst(told, texts), newestFirst(lines.reads(), texts));
  }

  private Lines report(History report, Set<String> ignored, Reader reader) {
    Texts texts = reader.texts();
    List<Timed> told = new ArrayList<>();
    report.receivedAt().ifPresent(at -> told.add(new Timed(at, texts.get("timeline.received"))));
    report.answeredAt().forEach(at -> told.add(new Timed(at, texts.get("timeline.answered"))));
    Lines lines = events(events(report.stored(), report.pending(), ignored), REPORT_TEXTS, reader);
    told.addAll(lines.told());
    if (report.withdrawn()) {
      // The public tier may not add to the audit trail, so the time is not known.
      told.add(new Timed(Instant.MAX, texts.get("timeline.withdrawn")));
    }
    return new Lines(told, lines.reads());
  }

  private List<Event> events(
      List<AuditEvent> stored, List<AuditEntry> pending, Set<String> ignored) {
    List<Event> events = new ArrayList<>(stored.stream().map(Event::of).toList());
    pending.forEach(entry -> events.add(Event.of(entry, clock.instant())));
    events.removeIf(
        event -> FINGERPRINT_ACTIONS.contains(event.action()) || ignored.contains(event.action()));
    return events;
  }

  private static Lines events(List<Event> events, String prefix, Reader reader) {
    Texts texts = reader.texts();
    List<Timed> told = new ArrayList<>();
    List<Timed> reads = new ArrayList<>();
    boolean firstReadSeen = false;
    Optional<Event> previous = Optional.empty();
    for (Event event : events) {
      if (event.isDone() && event.is(AuditAction.READ) && !firstReadSeen) {
        firstReadSeen = true;
        told.add(
            new Timed(event.at(), texts.get("timeline.first-read", name(event.actor(), reader))));
      } else if (event.isDone() && texts.has(prefix + event.key())) {
        if (!belongsTo(previous, event)) {
          told.add(new Timed(event.at(), sentence(event, prefix, reader)));
        }
        previous = Optional.of(event);
      } else {
        reads.add(new Timed(event.at(), plain(event, reader)));
      }
    }
    return new Lines(told, reads);
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

  private static String sentence(Event event, String prefix, Reader reader) {
    return reader
        .texts()
        .get(prefix + event.key(), name(event.actor(), reader), detail(event, prefix, reader));
  }

  private static String detail(Event event, String prefix, Reader reader) {
    if (event.is(AuditAction.ASSIGN)) {
      return name(event.reason(), reader);
    }
    return prefix.equals(DOSSIER_TEXTS)
        ? reader
            .names()
            .getOrDefault(event.reason(), reader.texts().get("dossier.event.some-report"))
        : event.reason();
  }

  /** The name of the action with who did it, and the result when it was not done. */
  private static String plain(Event event, Reader reader) {
    Texts texts = reader.texts();
    String action = text("desk.action.", event.action(), texts);
    String who = name(event.actor(), reader);
    return event.isDone()
        ? texts.get("timeline.plain", action, who)
        : texts.get(
            "timeline.plain-result", action, who, text("desk.result.", event.result(), texts));
  }

  private static String name(String name, Reader reader) {
    return name.equals(reader.me()) ? reader.texts().get("timeline.me") : name;
  }

  /** The text of a code, or the code itself: another version may have stored an unknown one. */
  private static String text(String prefix, String code, Texts texts) {
    return texts.has(prefix + code) ? texts.get(prefix + code) : code;
  }

  private static List<Line> newestFirst(List<Timed> lines, Texts texts) {
    List<Timed> sorted = new ArrayList<>(lines);
    Collections.reverse(sorted);
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
