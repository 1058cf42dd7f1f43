package nl.uitweg.desk.referral.sent;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.uitweg.desk.referral.ReferralContentViews;
import nl.uitweg.desk.referral.SharedMessageView;
import nl.uitweg.platform.i18n.Texts;

/** Prepares the answers and messages of a referral for {@link ReferralDocument}. */
@Singleton
class DocumentLines {

  private final DocumentFonts fonts;

  DocumentLines(DocumentFonts fonts) {
    this.fonts = fonts;
  }

  /**
   * One answer, message or translation as it is shown in the PDF.
   *
   * @param imageDataUri image of the text, used when the font lacks some of its characters; may be
   *     empty
   * @param onlyInJson whether the text could be shown neither as text nor as image, so that it is
   *     only in the attached JSON
   */
  record Line(
      String label,
      List<String> options,
      String text,
      String imageDataUri,
      boolean onlyInJson,
      boolean redacted,
      String direction) {}

  List<Line> answers(List<ReferralContentViews.Answer> answers, Texts texts) {
    List<Line> lines = new ArrayList<>();
    for (ReferralContentViews.Answer answer : answers) {
      lines.add(line(answer.label(), answer.options(), answer.text(), answer.redacted()));
      addTranslation(lines, answer.officerTranslation(), texts);
    }
    return lines;
  }

  List<Line> messages(List<SharedMessageView> messages, Texts texts) {
    List<Line> lines = new ArrayList<>();
    for (SharedMessageView message : messages) {
      List<String> phrases =
          Stream.concat(
                  message.phrases().stream(),
                  message.answers().stream()
                      .map(
                          answer ->
                              texts.get(
                                  "referral.closed-answer", answer.question(), answer.answer())))
              .toList();
      lines.add(line(message.senderText(texts), phrases, message.text(), message.redacted()));
      addTranslation(lines, message.officerTranslation(), texts);
    }
    return lines;
  }

  private void addTranslation(List<Line> lines, String translation, Texts texts) {
    if (!translation.isEmpty()) {
      lines.add(line(texts.get("referral.translation-mark"), List.of(), translation, false));
    }
  }

  private Line line(String label, List<String> options, String text, boolean redacted) {
    boolean displayable = DocumentFonts.canDisplay(text);
    String imageDataUri = displayable ? "" : fonts.imageDataUri(text);
    return new Line(
        label,
        options,
        displayable ? text : "",
        imageDataUri,
        !displayable && imageDataUri.isEmpty(),
        redacted,
        DocumentFonts.direction(text));
  }
}
