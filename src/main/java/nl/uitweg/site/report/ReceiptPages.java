package nl.uitweg.site.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.page.Frames;
import nl.uitweg.site.directory.ContactLines;

/** Renders the pages after "send": the wait, the confirmation with the code, and its absence. */
@Singleton
class ReceiptPages {

  /**
   * Marks where the second part of the waiting page is inserted; see {@link FormResponse#delayed}.
   */
  private static final String SECOND_PART_MARKER = "<!--later-->";

  private final Frames frames;
  private final FormTokens tokens;
  private final ContactLines contactLines;
  private final Clock clock;

  ReceiptPages(Frames frames, FormTokens tokens, ContactLines contactLines, Clock clock) {
    this.frames = frames;
    this.tokens = tokens;
    this.contactLines = contactLines;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "site/report")
  static class Templates {
    static native TemplateInstance sent(Frame frame, Confirmation confirmation);

    static native TemplateInstance confirmation(Frame frame, Confirmation confirmation);

    static native TemplateInstance arrived(Frame frame);

    static native TemplateInstance arrival(Frame frame, boolean complete);

    static native TemplateInstance waiting(
        Frame frame, long seconds, String token, boolean honeypotFilled, boolean withLanguages);

    static native TemplateInstance retry(Frame frame, String token);
  }

  /**
   * What the confirmation shows.
   *
   * @param groups the code in groups of four digits
   * @param complete whether it is a complete page; otherwise it follows the {@link #waiting} part,
   *     whose language menu it keeps
   * @param groups the code in groups of four digits
   * @param token the sealed receipt, for another language and for the button that saves the code
   */
  record Confirmation(
      boolean complete,
      List<String> groups,
      String token,
      Receipt receipt,
      List<ContactLines.ContactLine> helpLines) {

    public boolean victim() {
      return receipt.reporter() == Receipt.Reporter.VICTIM;
    }

    public boolean professional() {
      return receipt.reporter() == Receipt.Reporter.PROFESSIONAL;
    }
  }

  FormResponse sent(Receipt receipt, Texts texts) {
    return FormResponse.lastPage(
        Templates.sent(frame("form.sent-title", texts), confirmation(receipt, true, texts)));
  }

  /**
   * The report arrived some time ago, so the code is not shown: perhaps somebody else looks at this
   * page now.
   */
  FormResponse arrived(Texts texts) {
    return FormResponse.lastPage(Templates.arrived(frame("form.sent-title", texts)));
  }

  /** The HTML of the waiting page before and after {@link #SECOND_PART_MARKER}. */
  record WaitingPageParts(String beforeMarker, String afterMarker) {}

  /**
   * The waiting page. It can be shown in another language when no files wait with the report: the
   * page does not contain them.
   */
  WaitingPageParts waiting(
      FormState state, boolean honeypotFilled, boolean withFiles, long seconds, Texts texts) {
    String html =
        Templates.waiting(
                frame("form.wait-title", texts),
                seconds,
                tokens.write(state),
                honeypotFilled,
                !withFiles)
            .render();
    int marker = html.indexOf(SECOND_PART_MARKER);
    return new WaitingPageParts(
        html.substring(0, marker), html.substring(marker + SECOND_PART_MARKER.length()));
  }

  /** Second part of the waiting page after the report was stored: the code. */
  String received(Receipt receipt, Texts texts) {
    return Templates.confirmation(
            frame("form.sent-title", texts), confirmation(receipt, false, texts))
        .render();
  }

  /**
   * Second part of the waiting page when the report had arrived long before; see {@link #arrived}.
   */
  String arrivedPart(Texts texts) {
    return Templates.arrival(frame("form.sent-title", texts), false).render();
  }

  /** Second part of the waiting page when the report was not stored: a button to send again. */
  String retry(FormState state, Texts texts) {
    return Templates.retry(frame("form.wait-title", texts), tokens.write(state)).render();
  }

  private Confirmation confirmation(Receipt receipt, boolean complete, Texts texts) {
    return new Confirmation(
        complete,
        receipt.code().groups(),
        tokens.writeReceipt(receipt),
        receipt,
        contactLines.of(receipt.helpLines(), texts, clock.instant()));
  }

  private Frame frame(String titleKey, Texts texts) {
    return frames.unlisted(texts.language(), "report", texts.get(titleKey));
  }
}
