package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.StateChangeNotAllowedException;
import nl.uitweg.report.content.Transitions.Actor;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.sealed.AttachmentMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be done with a report, decided by its state and by who has it. */
class ReportRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  @Test
  void aNewReportBelongsToTheMunicipalityItWasSentTo() {
    Report report = ReportExamples.sentTo("zilvervoort");
    assertThat(report.municipality()).contains("zilvervoort");
    assertThat(report.state()).isEqualTo(ReportState.NEW);
    assertThat(report.urgency()).isEqualTo(Urgency.NORMAL);
    assertThat(report.forms()).containsExactly("labour");
    assertThat(report.receivedOn()).isEqualTo(ReportExamples.RECEIVED_ON);
    assertThat(report.origin().addressedTo()).contains("zilvervoort");
    assertThat(report.origin().id()).isEqualTo(report.id());
    assertThat(report.closedOn()).isEmpty();
    assertThat(report.keepUntil()).isEmpty();
    assertThat(report.withdrawn()).isFalse();
  }

  @Test
  void onlyAReportThatNobodyHasCanBeTaken() {
    Report toAll = ReportExamples.sentToAll();
    assertThat(toAll.canBeTaken()).isTrue();
    assertThat(toAll.isMisplaced()).isFalse();
    toAll.municipality = "zilvervoort";
    assertThat(toAll.canBeTaken()).isFalse();
    assertThat(toAll.isMisplaced()).isFalse();
    assertThat(ReportExamples.sentTo("zilvervoort").canBeTaken()).isFalse();
  }

  @Test
  void aReportAtAnotherMunicipalityThanItWasSentToIsMisplaced() {
    Report report = ReportExamples.sentTo("zilvervoort");
    assertThat(report.isMisplaced()).isFalse();
    report.municipality = "lindestede";
    assertThat(report.isMisplaced()).isTrue();
    report.municipality = null;
    assertThat(report.isMisplaced()).isTrue();
    assertThat(report.canBeTaken()).as("it was sent to one municipality").isFalse();
  }

  @Test
  void nothingChangesUntilAMunicipalityHasTakenTheReport() {
    Report report = ReportExamples.sentToAll();
    assertThat(report.canChangeTo(ReportState.IN_PROGRESS)).isFalse();
    assertThat(report.canBegin()).isFalse();
    assertThat(report.canBeReferred()).isFalse();
    report.municipality = "zilvervoort";
    assertThat(report.canChangeTo(ReportState.IN_PROGRESS)).isTrue();
    assertThat(report.canChangeTo(ReportState.REOPENED)).isFalse();
    assertThat(report.canBegin()).isTrue();
    assertThat(report.canBeReferred()).isTrue();
  }

  @Test
  void eachStateAllowsWhatFollowsFromIt() {
    assertThat(statesIn(Report::canBegin)).containsExactly(ReportState.NEW);
    assertThat(statesIn(Report::waitsForOfficer))
        .containsExactlyInAnyOrder(ReportState.NEW, ReportState.REOPENED);
    assertThat(statesIn(Report::canBeReferred))
        .isEqualTo(
            EnumSet.complementOf(
                EnumSet.of(ReportState.CLOSED, ReportState.SPAM, ReportState.WITHDRAWN)));
  }

  private static Set<ReportState> statesIn(Predicate<Report> rule) {
    return Stream.of(ReportState.values())
        .filter(state -> rule.test(ReportExamples.inState(state)))
        .collect(Collectors.toSet());
  }

  @Test
  void closingRecordsTheDayAndReopeningClearsIt() {
    Report report = ReportExamples.sentTo("zilvervoort");
    report.changeState(ReportState.CLOSED, Actor.OFFICER, TODAY);
    assertThat(report.state()).isEqualTo(ReportState.CLOSED);
    assertThat(report.closedOn()).contains(TODAY);
    report.changeState(ReportState.REOPENED, Actor.OFFICER, TODAY);
    assertThat(report.closedOn()).isEmpty();
    report.setKeepUntil(TODAY);
    assertThat(report.keepUntil()).contains(TODAY);
  }

  @Test
  void aRefusedChangeChangesNothing() {
    Report report = ReportExamples.sentTo("zilvervoort");
    assertThatThrownBy(() -> report.changeState(ReportState.CLOSED, Actor.REPORTER, TODAY))
        .isInstanceOfSatisfying(
            StateChangeNotAllowedException.class,
            refused -> assertThat(refused.from()).isEqualTo(ReportState.NEW));
    assertThat(report.state()).isEqualTo(ReportState.NEW);
    assertThat(report.closedOn()).isEmpty();
  }

  @Test
  void handlingRecordsOfficerAndClosing() {
    Handling handling = new Handling(UUID.randomUUID());
    assertThat(handling.firstReadAt()).isEmpty();
    handling.assign("officer");
    assertThat(handling.assignedTo()).contains("officer");
    handling.assign(null);
    assertThat(handling.assignedTo()).isEmpty();
    handling.setClosedAt(Instant.EPOCH);
    assertThat(handling.closedAt()).contains(Instant.EPOCH);
    handling.setClosedAt(null);
    assertThat(handling.closedAt()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"482913", "482 913", "482\u00a0913", " 482.913 ", "482-913"})
  void readsAReportNumberAsOfficersTypeIt(String typed) {
    assertThat(ReportNumber.parse(typed)).contains(new ReportNumber(482_913));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"48291", "4829133", "082913", "48291a", "482+913"})
  void refusesWhatIsNoReportNumber(String typed) {
    assertThat(ReportNumber.parse(typed)).isEmpty();
  }

  @Test
  void writesAReportNumberInTwoGroups() {
    assertThat(new ReportNumber(482_003)).hasToString("482\u00a0003");
  }

  @Test
  void translatesOwnWordsOnlyAndNeverWhatIdentifiesTheReporter() {
    Set<Question> translatable =
        Stream.of(Question.values())
            .filter(question -> TranslatedPart.parse(question.key()).isPresent())
            .collect(Collectors.toSet());
    assertThat(translatable)
        .containsExactlyInAnyOrder(
            Question.PLACE,
            Question.ONLINE,
            Question.WHAT,
            Question.OFTEN,
            Question.SPEAKS,
            Question.CONTROLLER);
    assertThat(TranslatedPart.parse("what")).contains(TranslatedPart.of(Question.WHAT));
    assertThat(TranslatedPart.of(Question.WHAT).message()).isEmpty();
    UUID message = UUID.randomUUID();
    assertThat(TranslatedPart.parse(message.toString())).contains(TranslatedPart.of(message));
    assertThat(TranslatedPart.of(message).message()).contains(message);
    assertThat(TranslatedPart.parse("something")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "photo.exe, image/jpeg, photo.jpg",
    "photo, image/png, photo.png",
    "a.b.c, text/plain, a.b.txt",
    ".hidden, text/plain, .hidden.txt",
    "x.jpg, application/x-unknown, x.bin"
  })
  void savesAFileWithTheExtensionOfItsType(String name, String type, String saved) {
    assertThat(attachment(name, type).fileName()).isEqualTo(saved);
  }

  @Test
  void showsWhatIsKnownOfAFile() {
    AttachmentInfo file = attachment("photo.jpg", "image/jpeg");
    assertThat(file.readable()).isTrue();
    assertThat(file.name()).isEqualTo("photo.jpg");
    assertThat(file.mediaType()).isEqualTo("image/jpeg");
    assertThat(file.size()).isEqualTo(7);
    assertThat(file.cleaned()).isTrue();
    assertThat(file.scanned()).isTrue();
    assertThat(file.at()).isEqualTo(Instant.EPOCH);
    assertThat(file.toString()).contains(file.id().toString()).doesNotContain("photo");
    AttachmentInfo unreadable = new AttachmentInfo(file.id(), Optional.empty());
    assertThat(unreadable.readable()).isFalse();
    assertThat(unreadable.name()).isEmpty();
    assertThat(unreadable.mediaType()).isEmpty();
    assertThat(unreadable.size()).isZero();
    assertThat(unreadable.cleaned()).isFalse();
    assertThat(unreadable.scanned()).isFalse();
    assertThat(unreadable.at()).isEqualTo(Instant.MAX);
  }

  private static AttachmentInfo attachment(String name, String type) {
    return new AttachmentInfo(
        UUID.randomUUID(),
        Optional.of(new AttachmentMetadata(name, type, 7, true, true, Instant.EPOCH)));
  }
}
