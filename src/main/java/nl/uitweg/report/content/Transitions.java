package nl.uitweg.report.content;

import static nl.uitweg.report.content.ReportState.CLOSED;
import static nl.uitweg.report.content.ReportState.IN_PROGRESS;
import static nl.uitweg.report.content.ReportState.NEW;
import static nl.uitweg.report.content.ReportState.REFERRED;
import static nl.uitweg.report.content.ReportState.REOPENED;
import static nl.uitweg.report.content.ReportState.SPAM;
import static nl.uitweg.report.content.ReportState.WAITING_FOR_REPORTER;
import static nl.uitweg.report.content.ReportState.WITHDRAWN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The allowed state changes of a report, per actor. All other changes are refused. */
public final class Transitions {

  /** Who changes the state. */
  public enum Actor {
    OFFICER,
    REPORTER
  }

  private static final Map<ReportState, Set<ReportState>> BY_OFFICER =
      new EnumMap<>(
          Map.of(
              NEW, EnumSet.of(IN_PROGRESS, REFERRED, CLOSED, SPAM),
              IN_PROGRESS, EnumSet.of(WAITING_FOR_REPORTER, REFERRED, CLOSED, SPAM),
              WAITING_FOR_REPORTER, EnumSet.of(IN_PROGRESS, REFERRED, CLOSED),
              REFERRED, EnumSet.of(IN_PROGRESS, CLOSED),
              CLOSED, EnumSet.of(REOPENED),
              REOPENED, EnumSet.of(IN_PROGRESS, WAITING_FOR_REPORTER, REFERRED, CLOSED),
              SPAM, EnumSet.of(NEW),
              WITHDRAWN, EnumSet.of(CLOSED, REOPENED)));

  private static final Map<ReportState, Set<ReportState>> BY_REPORTER =
      new EnumMap<>(
          Map.of(
              NEW, EnumSet.of(WITHDRAWN),
              IN_PROGRESS, EnumSet.of(WITHDRAWN),
              WAITING_FOR_REPORTER, EnumSet.of(IN_PROGRESS, WITHDRAWN),
              REFERRED, EnumSet.of(WITHDRAWN),
              REOPENED, EnumSet.of(WITHDRAWN)));

  private Transitions() {}

  /** The states to which the actor may change a report in this state. */
  public static Set<ReportState> from(ReportState state, Actor actor) {
    Map<ReportState, Set<ReportState>> table = actor == Actor.OFFICER ? BY_OFFICER : BY_REPORTER;
    return Set.copyOf(table.getOrDefault(state, Set.of()));
  }

  public static boolean allowed(ReportState from, ReportState to, Actor actor) {
    return from(from, actor).contains(to);
  }
}
