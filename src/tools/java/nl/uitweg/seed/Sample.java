package nl.uitweg.seed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportState;

/** An invented report and how officers handled it; the same random seed gives the same sample. */
record Sample(
    ReportContent content,
    Optional<String> municipality,
    ReportState state,
    Optional<String> assignedTo,
    Optional<Instant> firstRead,
    Optional<Instant> closed,
    List<SampleSealing.SampleText> messages,
    List<SampleSealing.SampleText> notes) {

  /** States of reports older than three weeks; one in ten is still open. */
  private static final List<ReportState> STATES_OF_OLD_REPORTS =
      Stream.of(
              Collections.nCopies(16, ReportState.CLOSED),
              List.of(ReportState.SPAM, ReportState.WITHDRAWN),
              List.of(ReportState.REFERRED, ReportState.IN_PROGRESS))
          .flatMap(List::stream)
          .toList();

  private static final List<ReportState> STATES_OF_RECENT_REPORTS =
      List.of(
          ReportState.NEW,
          ReportState.NEW,
          ReportState.IN_PROGRESS,
          ReportState.WAITING_FOR_REPORTER,
          ReportState.REFERRED,
          ReportState.CLOSED,
          ReportState.SPAM);

  /**
   * @param sentAt when the report was sent
   * @param age time between sending and now
   */
  static Sample of(
      SplittableRandom random, List<String> municipalities, Instant sentAt, Duration age) {
    ReportContent content = content(random, municipalities, sentAt);
    ReportState state =
        pick(random, age.toDays() < 21 ? STATES_OF_RECENT_REPORTS : STATES_OF_OLD_REPORTS);
    boolean unread = state == ReportState.NEW;
    Optional<String> municipality =
        content
            .choice(Question.MUNICIPALITY)
            .filter(municipalities::contains)
            .or(() -> unread ? Optional.empty() : Optional.of(pick(random, municipalities)));
    // In the demo, the user name of an officer is the id of the municipality.
    Optional<String> officer = municipality;
    Duration toRead = min(Duration.ofMinutes(20 + random.nextInt(3 * 24 * 60)), age);
    Optional<Instant> read = unread ? Optional.empty() : Optional.of(sentAt.plus(toRead));
    Duration toClose = min(toRead.plusHours(1 + random.nextInt(90 * 24)), age);
    boolean closed = state == ReportState.CLOSED;
    return new Sample(
        content,
        municipality,
        state,
        unread || random.nextInt(5) == 0 ? Optional.empty() : officer,
        read,
        closed ? Optional.of(sentAt.plus(toClose)) : Optional.empty(),
        unread ? List.of() : messages(random, sentAt.plus(toRead), officer.orElse("")),
        unread || random.nextInt(6) > 0
            ? List.of()
            : List.of(
                new SampleSealing.SampleText(
                    sentAt.plus(toRead),
                    true,
                    true,
                    officer.orElse(""),
                    pick(random, SampleTexts.NOTES))));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? other : one;
  }

  private static List<SampleSealing.SampleText> messages(
      SplittableRandom random, Instant from, String officer) {
    if (random.nextInt(5) > 0) {
      return List.of();
    }
    List<SampleSealing.SampleText> messages = new ArrayList<>();
    messages.add(
        new SampleSealing.SampleText(
            from, true, true, officer, pick(random, SampleTexts.OFFICER_MESSAGES)));
    if (random.nextBoolean()) {
      boolean read = random.nextInt(20) > 0;
      messages.add(
          new SampleSealing.SampleText(
              from.plus(Duration.ofHours(5)),
              false,
              read,
              "",
              pick(random, SampleTexts.REPORTER_MESSAGES)));
    }
    return messages;
  }

  private static ReportContent content(
      SplittableRandom random, List<String> municipalities, Instant sentAt) {
    String language = pick(random, SampleTexts.WEIGHTED_LANGUAGES);
    Map<Question, List<String>> choices = new EnumMap<>(Question.class);
    for (Question question :
        List.of(
            Question.ROLE,
            Question.FORMS,
            Question.SINCE,
            Question.AGE,
            Question.NUMBER,
            Question.HOW,
            Question.CONTACT)) {
      choices.put(question, List.of(pick(random, question.options())));
    }
    choices.put(Question.SAFETY, List.of(random.nextInt(30) == 0 ? "yes" : "no"));
    choices.put(Question.CHILDREN, List.of(random.nextInt(15) == 0 ? "yes" : "no"));
    choices.put(Question.INDICATORS, List.of("labour.no-passport", "labour.long-days"));
    choices.put(
        Question.MUNICIPALITY,
        List.of(random.nextInt(25) == 0 ? "dont-know" : pick(random, municipalities)));
    Map<Question, String> texts = new EnumMap<>(Question.class);
    StringBuilder what = new StringBuilder();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      what.append(pick(random, SampleTexts.SENTENCES.getOrDefault(language, List.of())))
          .append(' ');
    }
    texts.put(Question.WHAT, what.toString().strip());
    texts.put(Question.PLACE, pick(random, SampleTexts.STREETS) + " " + (1 + random.nextInt(180)));
    String controller = pick(random, SampleTexts.CONTROLLER_ANSWERS);
    if (!controller.isEmpty()) {
      texts.put(Question.CONTROLLER, controller);
    }
    if (choices.getOrDefault(Question.CONTACT, List.of()).contains("contact")) {
      texts.put(
          Question.WAY, "06 00 00 %02d %02d".formatted(random.nextInt(100), random.nextInt(100)));
    }
    return new ReportContent(language, sentAt, choices, texts);
  }

  LocalDate receivedOn() {
    return LocalDate.ofInstant(content.sentAt(), DutchTime.ZONE);
  }

  Optional<LocalDate> closedOn() {
    return closed.map(at -> LocalDate.ofInstant(at, DutchTime.ZONE));
  }

  private static <T> T pick(SplittableRandom random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
