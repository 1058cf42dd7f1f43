package nl.uitweg.report;

import static nl.uitweg.report.SignalState.CLOSED;
import static nl.uitweg.report.SignalState.IN_PROGRESS;
import static nl.uitweg.report.SignalState.NEW;
import static nl.uitweg.report.SignalState.REFERRED;
import static nl.uitweg.report.SignalState.REOPENED;
import static nl.uitweg.report.SignalState.SPAM;
import static nl.uitweg.report.SignalState.WAITING_FOR_REPORTER;
import static nl.uitweg.report.SignalState.WITHDRAWN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The table of allowed changes: from which state, to which, by whom. What is not in it is refused.
 */
public final class Transitions {

  /** Who makes a change. */
  public enum Actor {
    OFFICER,
    REPORTER
  }

  private static final Map<SignalState, Set<SignalState>> BY_OFFICER =
      new EnumMap<>(
          Map.of(
              NEW, EnumSet.of(IN_PROGRESS, REFERRED, CLOSED, SPAM),
              IN_PROGRESS, EnumSet.of(WAITING_FOR_REPORTER, REFERRED, CLOSED, SPAM),
              WAITING_FOR_REPORTER, EnumSet.of(IN_PROGRESS, REFERRED, CLOSED),
              REFERRED, EnumSet.of(IN_PROGRESS, CLOSED),
              CLOSED, EnumSet.of(REOPENED),
              REOPENED, EnumSet.of(IN_PROGRESS, WAITING_FOR_REPORTER, REFERRED, CLOSED),
              SPAM, EnumSet.of(NEW),
              WITHDRAWN, EnumSet.of(CLOSED)));

  private static final Map<SignalState, Set<SignalState>> BY_REPORTER =
      new EnumMap<>(
          Map.of(
              NEW, EnumSet.of(WITHDRAWN),
              IN_PROGRESS, EnumSet.of(WITHDRAWN),
              WAITING_FOR_REPORTER, EnumSet.of(IN_PROGRESS, WITHDRAWN),
              REFERRED, EnumSet.of(WITHDRAWN),
              REOPENED, EnumSet.of(WITHDRAWN)));

  private Transitions() {}

  /** The states that may follow, in the order of {@link SignalState}. */
  public static Set<SignalState> from(SignalState state, Actor actor) {
    Map<SignalState, Set<SignalState>> table = actor == Actor.OFFICER ? BY_OFFICER : BY_REPORTER;
    return Set.copyOf(table.getOrDefault(state, Set.of()));
  }

  public static boolean allowed(SignalState from, SignalState to, Actor actor) {
    return from(from, actor).contains(to);
  }
}
