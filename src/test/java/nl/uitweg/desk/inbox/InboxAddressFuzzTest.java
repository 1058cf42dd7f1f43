package nl.uitweg.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.util.List;
import nl.uitweg.testsupport.FuzzText;

/** Fuzz tests of addresses of the inbox, which officers and others may type. */
class InboxAddressFuzzTest {

  private static final FilterOptions OPTIONS =
      new FilterOptions(
          List.of("labour"), List.of("lindestede", InboxFilter.UNTAKEN), List.of("hospitality"));

  @FuzzTest
  void filterIsReadAndWritten(byte[] input) {
    InboxFilter filter = InboxFilter.of(FuzzText.fields(input), OPTIONS);
    assertThatCode(() -> URI.create(filter.url())).doesNotThrowAnyException();
    assertThat(filter.returnQuery()).startsWith("?from=");
    if (filter.isStorable(List.of("officer"))) {
      assertThat(InboxFilter.ofStored(filter.stored(), OPTIONS)).isEqualTo(filter);
    }
  }

  @FuzzTest
  void positionIsReadOrIgnored(byte[] input) {
    Cursor.of(FuzzText.of(input))
        .ifPresent(cursor -> assertThat(Cursor.of(cursor.toString())).contains(cursor));
  }
}
