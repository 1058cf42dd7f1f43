package nl.uitweg.site.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InputCleanerTest {

  @Test
  void keepsWordsEmojiAndDirectionMarks() {
    assertThat(InputCleaner.clean("  \u200fمرحبا 👩‍👧 \u202aabc\u202c "))
        .isEqualTo("\u200fمرحبا 👩‍👧 \u202aabc\u202c");
  }

  @Test
  void removesControlCharactersAndUnifiesLineEnds() {
    assertThat(InputCleaner.clean("a\u0000b\u0007\r\nc\rd\u0085")).isEqualTo("ab\nc\nd");
  }

  @Test
  void truncatesBetweenCharacters() {
    assertThat(InputCleaner.clean("ab\u0000cd", 3)).isEqualTo("abc");
    assertThat(InputCleaner.clean("a\ud83d\ude00b", 2)).isEqualTo("a");
    assertThat(InputCleaner.clean("a\ud83d\ude00b", 3)).isEqualTo("a\ud83d\ude00");
  }

  @Test
  void replacesUnpairedSurrogate() {
    assertThat(InputCleaner.clean("a\ud83db")).isEqualTo("a\ufffdb");
  }
}
