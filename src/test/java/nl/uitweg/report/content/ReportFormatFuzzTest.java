package nl.uitweg.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import nl.uitweg.report.sealed.AttachmentMetadata;
import nl.uitweg.report.sealed.MessagePlaintext;
import nl.uitweg.report.sealed.NotePlaintext;
import nl.uitweg.report.sealed.TranslationPlaintext;

/**
 * Fuzz tests of what comes out of sealed content, which anybody with the public keysets can seal:
 * it is valid, or refused with one kind of exception.
 */
class ReportFormatFuzzTest {

  @FuzzTest
  void reportIsReadOrRefused(byte[] json) {
    try {
      ReportContent content = ReportFormat.read(json, ReportContent.class);
      assertThat(ReportFormat.read(ReportFormat.write(content), ReportContent.class))
          .isEqualTo(content);
      assertThat(content.digest()).hasSize(32);
    } catch (IllegalStateException refused) {
      assertThat(refused).hasNoCause(); // its message would contain what the reporter wrote
    }
  }

  @FuzzTest
  void messageNoteTranslationAndFileAreReadOrRefused(byte[] json) {
    for (Class<?> type :
        List.of(
            MessagePlaintext.class,
            NotePlaintext.class,
            TranslationPlaintext.class,
            AttachmentMetadata.class)) {
      try {
        Object content = ReportFormat.read(json, type);
        assertThat(ReportFormat.read(ReportFormat.write(content), type)).isEqualTo(content);
      } catch (IllegalStateException refused) {
        assertThat(refused).hasNoCause();
      }
    }
  }
}
