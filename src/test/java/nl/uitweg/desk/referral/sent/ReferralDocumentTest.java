package nl.uitweg.desk.referral.sent;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.referral.ReferralContentViews;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.testsupport.ServerTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServerTest
class ReferralDocumentTest {

  private static final String PASSPHRASE = "only-for-tests";
  private static final String SENTENCE = "Every evening the men are brought to the cold store. ";

  @Inject ReferralDocument documents;
  @Inject DeskFactory deskFactory;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 60})
  void keepsHeadingsWithTheirText(int sentences) throws IOException {
    assertHeadingsAreWithText(60, i -> SENTENCE.repeat(sentences + i % 7));
  }

  /** Every answer more moves the closing heading down, over the end of several pages. */
  @Test
  void keepsClosingHeadingWithItsText() throws IOException {
    for (int answers = 20; answers < 45; answers++) {
      assertHeadingsAreWithText(answers, i -> "one line\n".repeat(1 + i % 3));
    }
  }

  private void assertHeadingsAreWithText(int answerCount, IntFunction<String> text)
      throws IOException {
    Texts texts = deskFactory.dutchTexts();
    List<ReferralContentViews.Answer> answers = new ArrayList<>();
    for (int i = 1; i <= answerCount; i++) {
      answers.add(
          new ReferralContentViews.Answer(
              "what", "Heading " + i, List.of(), text.apply(i), "en", false, ""));
    }
    ReferralContentViews.View view =
        new ReferralContentViews.View(
            new ReferralContentViews.Heading("K7Q", "Ankerdaal", "sam", "today"),
            new ReferralContentViews.Justification("Care", SENTENCE, "Consent", SENTENCE),
            "English",
            "Allowed",
            answers,
            List.of(),
            List.of());
    byte[] pdf = documents.pdf("Police", view, Map.of(), PASSPHRASE, texts);
    try (PDDocument document = Loader.loadPDF(pdf, PASSPHRASE)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(1);
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        assertThat(lastLine(document, page))
            .as("page %d of %d answers", page, answerCount)
            .doesNotStartWith("Heading")
            .isNotEqualTo(texts.get("referral.shared"))
            .isNotEqualTo(texts.get("referral.file-closing-title"));
      }
    }
  }

  /** The last line of text on a page, apart from the page number. */
  private static String lastLine(PDDocument document, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    List<String> lines =
        stripper
            .getText(document)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.matches("\\d+ / \\d+"))
            .toList();
    return lines.get(lines.size() - 1);
  }
}
