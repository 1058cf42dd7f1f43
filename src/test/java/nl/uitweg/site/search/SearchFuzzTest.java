package nl.uitweg.site.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import nl.uitweg.testsupport.FuzzText;

/** Fuzz test: whatever a visitor searches for, the search answers with a short list. */
class SearchFuzzTest {

  private static final SearchContent SEARCH = new SearchContent(Path.of(""));

  @FuzzTest
  void answersWithAShortList(byte[] input) {
    String words = FuzzText.of(input);
    assertThat(SEARCH.find(words, "nl"))
        .hasSizeLessThanOrEqualTo(SearchIndex.MAX_RESULTS)
        .doesNotHaveDuplicates();
    assertThat(SEARCH.find(words, "zh-Hans")).hasSizeLessThanOrEqualTo(SearchIndex.MAX_RESULTS);
  }
}
